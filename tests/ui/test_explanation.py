"""Help opens the rule's explanation and its source, from wherever a problem is shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from tests.named import PLANS
from tests.ui.at_work import SHIFT, AtWork
from wizard.rules.registry import rule
from wizard.ui.explanation_dialog import ExplanationDialog
from wizard.ui.widgets.finding_lines import FindingLine

Open = Callable[..., AtWork]


@pytest.fixture
def app(at_work: Open) -> AtWork:
    """Return the app on a plan with a wrong key."""
    opened = at_work(PLANS["team-project"])
    opened.session.set("tags[1].key", "proj&ct", "change the key")
    opened.settle()
    opened.frame.problems.list.setCurrentRow(0)
    return opened


def explanation(app: AtWork) -> ExplanationDialog:
    """Return the explanation that is open."""
    dialog = app.dialog()
    assert isinstance(dialog, ExplanationDialog)
    return dialog


def test_the_problem_pane_explains_the_chosen_problem(app: AtWork) -> None:
    """The consequence and the document of the very rule stand in the dialog, and Escape closes it."""
    app.qtbot.mouseClick(app.frame.problems.explain, Qt.MouseButton.LeftButton)
    known = rule("TAG103")
    assert known is not None
    spoken = explanation(app).spoken()
    assert known.explanation in spoken
    assert known.source in spoken
    assert '"&" cannot stand in a tag key' in spoken
    app.press(Qt.Key.Key_Escape)
    assert app.focus is not None


def test_shift_f1_explains_the_chosen_problem_by_key(app: AtWork) -> None:
    """Nobody needs the mouse to hear why."""
    app.frame.problems.list.setFocus()
    app.press(Qt.Key.Key_F1, SHIFT)
    assert "TAG103" in explanation(app).windowTitle()
    app.press(Qt.Key.Key_Escape)


def test_shift_f1_on_a_step_explains_what_is_wrong_there(app: AtWork) -> None:
    """In a field, or anywhere on its page, the step's own problem is meant."""
    app.desk.shell.show_path("tags[1].key")
    app.press(Qt.Key.Key_F1, SHIFT)
    assert "TAG1" in explanation(app).windowTitle()
    app.press(Qt.Key.Key_Escape)


def test_the_review_explains_the_problem_that_is_chosen_there(app: AtWork) -> None:
    """Where the review lists the problems in place of the pane, both ways to the explanation are there."""
    app.desk.shell.go("review")
    app.settle()
    page = app.desk.shell._page()
    page.findings.setCurrentRow(1)
    chosen = page.findings.chosen().rule
    page.findings.setFocus()
    app.press(Qt.Key.Key_F1, SHIFT)
    assert chosen in explanation(app).windowTitle()
    app.press(Qt.Key.Key_Escape)
    app.qtbot.mouseClick(page.explain, Qt.MouseButton.LeftButton)
    app.qtbot.waitUntil(lambda: any(box.isVisible() for box in app.window.findChildren(ExplanationDialog)))
    assert chosen in explanation(app).windowTitle()
    app.press(Qt.Key.Key_Escape)


def test_a_finding_under_a_field_has_its_explanation_beside_it(app: AtWork) -> None:
    """The button under the field opens the same explanation."""
    app.desk.shell.go("tags")
    app.settle()
    lines = [line for line in app.frame.page.findChildren(FindingLine) if line.isVisible() and line.finding]
    line = next(line for line in lines if line.finding is not None and line.finding.rule == "TAG103")
    app.qtbot.mouseClick(line.explain, Qt.MouseButton.LeftButton)
    assert "TAG103" in explanation(app).windowTitle()
    app.press(Qt.Key.Key_Escape)


def test_shift_f1_in_the_preview_explains_the_name_at_the_cursor(app: AtWork) -> None:
    """What the pointer explains, a key explains, and it is said aloud."""
    text = app.frame.preview.text
    lines = text.toPlainText().split("\n")
    text.setFocus()
    text.go_to_line(next(at for at, line in enumerate(lines) if "PrincipalTag:team" in line))
    app.press(Qt.Key.Key_F1, SHIFT)
    assert "The session tag “team”" in app.frame.foot.told.text()


def test_the_source_is_opened_and_the_explanation_copied(app: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is one press away, and the text can be passed on."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    app.frame.problems.list.setFocus()
    app.press(Qt.Key.Key_F1, SHIFT)
    dialog = explanation(app)
    app.qtbot.mouseClick(dialog.open_source, Qt.MouseButton.LeftButton)
    assert opened == ["https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html"]
    app.qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("TAG103\nSession tag key has characters that AWS refuses\n")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Close).click()


def test_where_nothing_is_wrong_nothing_is_explained(at_work: Open) -> None:
    """On a step without a problem the key says so."""
    app = at_work()
    app.session.go("review")
    app.frame.steps.setFocus()
    app.press(Qt.Key.Key_F1, SHIFT)
    assert app.frame.foot.told.text() == "There is no problem here to explain"
