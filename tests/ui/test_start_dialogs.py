"""The dialogs in which a plan starts, each by itself: what they take, how they close, what they say."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QObject, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.named import PLANS, plan
from tests.ui.at_work import AtWork
from tests.ui.dragging import dragged_files, drop, is_taken
from wizard.adoption import Adoption, NotReadable
from wizard.app import adopting
from wizard.plan.existing import Certainty, Remark
from wizard.ui.job import Worker
from wizard.ui.start import import_dialog
from wizard.ui.start.chooser import StartDialog
from wizard.ui.start.import_dialog import ImportDialog
from wizard.ui.start.remarks_dialog import RemarksDialog, summary

Open = Callable[..., AtWork]
TOLD = Adoption(plan("team-project"), (Remark(Certainty.TOLD, "Nothing", {}, ""),))
UNTOLD = Adoption(plan("team-project"), (Remark(Certainty.UNTOLD, "Nothing", {}, ""),))


@pytest.fixture
def importing(qtbot: QtBot) -> Iterator[ImportDialog]:
    """Show the import without a document."""
    owner = QObject()
    heir = Worker(owner)
    dialog = ImportDialog((), "", heir)
    yield shown(qtbot, dialog)
    dialog.reject()
    heir.end()


@pytest.fixture
def chooser(qtbot: QtBot) -> StartDialog:
    """Show the chooser."""
    return shown(qtbot, StartDialog())


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    """Show a dialog, with the keyboard in it."""
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def button(dialog: QDialog, words: str) -> QPushButton:
    """Return the button of these words."""
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)


def names(listed: QListWidget) -> list[str]:
    """Return the texts of a list."""
    return [listed.item(row).text() for row in range(listed.count())]


def select(listed: QListWidget, row: int) -> None:
    """Select a row as assistive technology does: the cursor stays where it was."""
    listed.selectionModel().select(listed.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_documents_are_dropped_on_the_dialog_and_on_its_box(importing: ImportDialog, tmp_path: Path) -> None:
    """Files are, whatever is dragged along; each line says in full which file it is, and the last is chosen."""
    one, two, text = tmp_path / "one.json", tmp_path / "two.json", QMimeData()
    text.setText("no file")
    assert not is_taken(importing, text, QPointF(40, 40))
    assert is_taken(importing, dragged_files(one), QPointF(40, 40))
    drop(importing, dragged_files(one), QPointF(40, 40))
    importing.box.insertFromMimeData(dragged_files(two))
    assert names(importing.list) == ["one.json", "two.json"]
    assert importing.list.currentRow() == 1
    assert importing.list.item(0).toolTip() == str(one)


def test_a_document_is_taken_away_again(importing: ImportDialog, tmp_path: Path) -> None:
    """The line that is chosen goes, also one that assistive technology has selected; without one nothing is offered."""
    assert not importing.remove.isEnabled()
    importing.add_files([tmp_path / "one.json", tmp_path / "two.json"])
    assert importing.remove.isEnabled()
    importing.list.setCurrentRow(-1)
    assert not importing.remove.isEnabled()
    importing.list.setCurrentRow(1)
    select(importing.list, 0)
    QApplication.processEvents()
    importing.remove.click()
    assert names(importing.list) == ["two.json"]
    importing.remove.click()
    assert names(importing.list) == []
    assert not importing.remove.isEnabled()
    assert not importing.read.isEnabled()


def test_what_was_wrong_with_a_text_is_told_aloud(
    importing: ImportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pasted text has no name of its own; while it is read again, the old complaint is gone. Enter begins."""
    said: list[str] = []
    answers: list[Callable[[], object]] = [_refuse, lambda: TOLD]
    monkeypatch.setattr(import_dialog, "announce", lambda _widget, words: said.append(words))
    monkeypatch.setattr(adopting, "adoption_of", lambda _given: answers.pop(0)())
    importing.box.setPlainText("anything")
    importing.list.setFocus()
    assert importing.read.isDefault()
    importing.read.click()
    qtbot.waitUntil(importing.wrong.isVisible)
    assert said == ["The pasted text: It is no file"]
    importing.start()
    assert not importing.wrong.isVisible()
    with qtbot.waitSignal(importing.adopted):
        pass
    assert not importing.isVisible()


def _refuse() -> object:
    raise NotReadable("", "It is no file")


def test_a_failure_of_the_program_is_not_taken_for_one_of_the_document(importing: ImportDialog) -> None:
    """It goes where all failures go."""
    with pytest.raises(LookupError):
        importing._complain(LookupError())


def test_the_parts_of_the_import_have_names(importing: ImportDialog) -> None:
    """Assistive technology hears what each is for."""
    assert importing.list.accessibleName() == "Documents"
    assert importing.box.accessibleName() == "Pasted document"


def test_a_choice_is_taken_by_a_double_click_and_by_enter(chooser: StartDialog, qtbot: QtBot) -> None:
    """The first choice is chosen, and the keyboard is on the list; a double click takes the row that it hits."""
    assert chooser.focusWidget() is chooser.list
    assert chooser.list.currentRow() == 0
    assert chooser.take.isDefault()
    place = chooser.list.visualItemRect(chooser.list.item(2)).center()
    with qtbot.waitSignal(chooser.chosen) as taken:
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args[0].title == chooser.list.item(2).text()
    assert not chooser.isVisible()


def test_cancel_chooses_nothing(chooser: StartDialog, qtbot: QtBot) -> None:
    """The button does what Escape does."""
    with qtbot.assertNotEmitted(chooser.chosen):
        button(chooser, "Cancel").click()
    assert not chooser.isVisible()


def test_all_choices_are_seen_with_what_they_give(chooser: StartDialog) -> None:
    """None is hidden below; under each title stands what it gives, and it can be read whole. The heading names all."""
    listed = chooser.list
    assert not listed.verticalScrollBar().maximum()
    assert listed.item(1).toolTip().startswith("One tag from Okta's own attribute")
    place = listed.visualItemRect(listed.item(1)).adjusted(12, 8, -12, -8)
    picture = listed.viewport().grab(place.adjusted(0, place.height() // 2 + 2, 0, 0)).toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert len(inks) > 3
    assert listed.accessibleName() == "What does the plan start from?"


def test_the_button_follows_what_assistive_technology_selects(chooser: StartDialog) -> None:
    """Selecting a row is choosing it."""
    select(chooser.list, chooser.list.count() - 1)
    QApplication.processEvents()
    assert chooser.list.currentRow() == chooser.list.count() - 1


@pytest.mark.parametrize(
    ("adoption", "begins"), [(TOLD, "The documents told everything"), (UNTOLD, "The plan goes as")]
)
def test_what_was_read_says_how_far_it_goes(qtbot: QtBot, adoption: Adoption, begins: str) -> None:
    """In one sentence above all remarks; Close closes."""
    assert summary(adoption).startswith(begins)
    dialog = shown(qtbot, RemarksDialog(adoption))
    button(dialog, "Close").click()
    assert not dialog.isVisible()


def test_an_import_asks_about_what_is_not_saved(at_work: Open) -> None:
    """What was read waits for the answer; then it is the plan, and the line below tells of it."""
    app = at_work(PLANS["full"])
    app.session.set("name", "Changed")
    app.desk.shell.starting._adopt(TOLD)
    assert app.plan.name == "Changed"
    app.answer("Discard changes")
    assert app.plan == TOLD.plan
    assert app.frame.foot.told.text() == summary(TOLD)
    app.window.findChildren(RemarksDialog)[0].close()


def test_dialogs_that_closed_are_gone(at_work: Open) -> None:
    """Whoever opens the chooser and the import a hundred times has none of them in memory."""
    app = at_work()
    for begin in (app.desk.shell.starting.offer, app.desk.shell.starting.take_in):
        begin()
        app.dialog()
        app.press(Qt.Key.Key_Escape)
    app.qtbot.waitUntil(lambda: not app.window.findChildren(StartDialog) + app.window.findChildren(ImportDialog))
