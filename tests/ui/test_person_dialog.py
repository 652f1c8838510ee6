"""Choosing somebody of a file for the previews, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests import named
from tests.named import PLANS
from tests.ui.at_work import CTRL, SHIFT, AtWork
from wizard.ui.person_dialog import PersonDialog

Open = Callable[..., AtWork]
Key = Qt.Key
PLAN = named.plan("team-project")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a list of many people, with a line that is broken."""
    path = tmp_path / "people.csv"
    rows = [f"person{number}@example.com,team-{number},apollo" for number in range(500)]
    path.write_text("\n".join(["login,team,project", *rows, "zoe@example.com,R&D,gemini", "short"]), encoding="utf-8")
    return path


@pytest.fixture
def app(at_work: Open) -> AtWork:
    """Give the app on the example plan."""
    return at_work(PLANS["team-project"])


def opened(app: AtWork, file: Path) -> PersonDialog:
    """Open the dialog by its keys, and read the file."""
    app.press(Key.Key_F, CTRL | SHIFT)
    dialog = app.dialog()
    assert isinstance(dialog, PersonDialog)
    dialog.read(file)
    app.qtbot.waitUntil(lambda: dialog.logins.count() > 0 and app.focus is dialog.text, timeout=20_000)
    app.settle()
    return dialog


def listed(dialog: PersonDialog) -> list[str]:
    """Return the logins in the list."""
    return [dialog.logins.item(row).text() for row in range(dialog.logins.count())]


def chosen(app: AtWork) -> str:
    """Return whom the preview's choice names."""
    app.settle()
    return app.frame.preview.person.currentText()


def shows(app: AtWork, text: str) -> bool:
    """Tell whether the preview holds a text."""
    return text in app.frame.preview.text.toPlainText()


def test_somebody_of_a_file_is_shown_by_keys_alone(app: AtWork, file: Path) -> None:
    """The words are typed, Enter takes the person, the preview is that person's; the plan is what it was."""
    opened(app, file)
    app.type("ZOE\n")
    app.qtbot.waitUntil(lambda: chosen(app) == "zoe@example.com (from a file)", timeout=20_000)
    assert shows(app, "R&amp;D")
    assert app.plan == PLAN
    assert not app.session.unsaved


def test_the_list_follows_what_is_typed_and_the_arrows_move_in_it(app: AtWork, file: Path) -> None:
    """How many there are stands below; the broken line is named."""
    dialog = opened(app, file)
    assert app.focus is dialog.text
    assert dialog.count.text() == "501 of 501 people; the first 200 are listed"
    assert dialog.broken.text.text() == "line 503: 1 cell; columns in the first line: 3"
    app.type("person49")
    app.qtbot.waitUntil(lambda: len(listed(dialog)) == 11, timeout=20_000)
    assert dialog.count.text() == "11 of 501 people"
    app.press(Key.Key_Down, times=2)
    assert dialog.logins.currentItem().text() == "person491@example.com"
    app.press(Key.Key_Return)
    app.qtbot.waitUntil(lambda: chosen(app).startswith("person491@"), timeout=20_000)
    assert shows(app, "team-491")


def test_enter_before_the_list_has_followed_takes_nobody_by_chance(app: AtWork, file: Path) -> None:
    """Where several are found, the list is shown first."""
    dialog = opened(app, file)
    app.type("person49\n")
    app.qtbot.waitUntil(lambda: len(listed(dialog)) == 11, timeout=20_000)
    app.settle()
    assert dialog.isVisible()


def test_the_person_comes_into_the_plan_when_that_is_asked(app: AtWork, file: Path) -> None:
    """As an edit, which undo takes back; the sample person is shown then."""
    dialog = opened(app, file)
    dialog.add.click()
    app.type("zoe\n")
    app.qtbot.waitUntil(lambda: chosen(app) == "zoe@example.com", timeout=20_000)
    assert app.plan.people[-1].login == "zoe@example.com"
    app.press(Key.Key_Z, CTRL)
    assert app.plan == PLAN


def test_sample_people_can_be_chosen_again_and_another_plan_forgets_the_file(app: AtWork, file: Path) -> None:
    """The choice offers both as long as the plan is open."""
    opened(app, file)
    app.type("zoe\n")
    app.qtbot.waitUntil(lambda: shows(app, "R&amp;D"), timeout=20_000)
    box = app.frame.preview.person
    for row, ours in ((0, False), (box.count() - 1, True)):
        box.setCurrentIndex(row)
        box.activated.emit(row)
        app.settle()
        assert shows(app, "R&amp;D") is ours
    app.session.begin(PLAN, None)
    app.settle()
    assert [box.itemText(row) for row in range(box.count())] == [person.login for person in PLAN.people]


def test_the_file_is_open_again_the_next_time(app: AtWork, file: Path) -> None:
    """Whoever looks at one person after the other opens it once."""
    opened(app, file)
    app.type("zoe\n")
    app.qtbot.waitUntil(lambda: shows(app, "R&amp;D"), timeout=20_000)
    app.press(Key.Key_F, CTRL | SHIFT)
    dialog = app.dialog()
    assert isinstance(dialog, PersonDialog)
    app.qtbot.waitUntil(lambda: dialog.logins.count() > 0, timeout=20_000)
    app.press(Key.Key_Escape)
    assert shows(app, "R&amp;D")


def test_a_preview_of_nobody_gives_way_to_the_assertion(app: AtWork, file: Path) -> None:
    """Whoever asks for a person wants to see that person."""
    app.desk.shell.previews.choose("rows")
    assert not app.frame.preview.file.isVisible()
    opened(app, file)
    app.type("zoe\n")
    app.qtbot.waitUntil(lambda: shows(app, "R&amp;D"), timeout=20_000)
    assert app.desk.shell.previews.kind == "assertion"


def test_a_file_that_cannot_be_read_says_why(app: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog stays, with the file's name and the reason, and nobody can be chosen."""
    bad = tmp_path / "bad.csv"
    bad.write_text("name\nada\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(bad), ""))
    app.press(Key.Key_F, CTRL | SHIFT)
    dialog = app.dialog()
    assert isinstance(dialog, PersonDialog)
    app.qtbot.mouseClick(dialog.open_file, Qt.MouseButton.LeftButton)
    app.qtbot.waitUntil(dialog.broken.isVisible, timeout=20_000)
    assert dialog.broken.text.text().startswith("bad.csv: the first line names no column login")
    assert not dialog.show_person.isEnabled()
    assert not dialog.text.isEnabled()


def test_a_plan_without_people_offers_the_file_in_words(at_work: Open) -> None:
    """With people the button has a picture alone, and its name for assistive technology."""
    app = at_work()
    assert app.frame.preview.file.text() == "Person from a file…"
    assert not app.frame.preview.person.isVisible()
    app.session.begin(PLAN, None)
    app.settle()
    assert app.frame.preview.file.text() == ""
    assert app.frame.preview.file.accessibleName() == "Person from a file…"
