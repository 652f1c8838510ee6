"""The labelled field and the findings under it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Fix, Severity
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.text_edit import TextEdit


def finding(rule: str = "XXX101", *, fix: Fix | None = None) -> Finding:
    """Return a finding about the name."""
    return Finding(rule, Severity.WARNING, "name", "Name is odd", "{count} letters", "https://x", {"count": 3}, fix)


class Form:
    """Two fields, one under the other."""

    def __init__(self, qtbot: QtBot) -> None:
        self.field = Field("name", "Plan &name", TextEdit(), help_text="What it is called.")
        self.other = QLineEdit()
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.other)
        column.addStretch(1)
        self.window.resize(500, 300)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.other.setFocus()

    def told(self) -> list[str]:
        """Return what is said under the field."""
        return [line.text.text() for line in self.field.lines.lines()]

    def top(self) -> int:
        """Return where the other field stands."""
        self.window.layout().activate()  # type: ignore[union-attr]
        QApplication.processEvents()
        return self.other.y()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """Show the two fields."""
    return Form(qtbot)


def test_the_label_is_the_editors_buddy(form: Form) -> None:
    """The label's mnemonic leads to the editor, which has its name and help."""
    line = form.field.editor.inputs()[0]
    assert form.field.label.buddy() is line
    assert line.accessibleName() == "Plan name"
    assert line.accessibleDescription() == "What it is called."


def test_a_finding_is_an_icon_a_word_and_a_message(form: Form) -> None:
    """The severity is said by an icon and by a word, and the editor is described by the finding."""
    form.field.show_findings((finding(),))
    (line,) = form.field.lines.lines()
    assert line.icon.name == "warning"
    assert line.text.text() == "Warning: Name is odd. 3 letters"
    assert form.field.editor.inputs()[0].accessibleDescription() == "Warning: Name is odd. 3 letters"


def test_a_finding_waits_until_the_field_is_left(form: Form) -> None:
    """What comes up while the person types is said when the field is left."""
    form.field.editor.setFocus()
    form.field.show_findings((finding(),))
    assert form.told() == []
    form.other.setFocus()
    assert form.told() == ["Warning: Name is odd. 3 letters"]


def test_a_finding_is_announced_when_the_field_is_left(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came up while the person typed is announced once, on leaving; what was known is not."""
    announced: list[str] = []
    monkeypatch.setattr("wizard.ui.widgets.field.announce", lambda _widget, sentence: announced.append(sentence))
    form.field.editor.setFocus()
    form.field.show_findings((finding(),))
    form.other.setFocus()
    form.field.editor.setFocus()
    form.other.setFocus()
    assert announced == ["Warning: Name is odd. 3 letters"]


def test_of_a_long_finding_the_headline_is_spoken(form: Form) -> None:
    """A message may hold a whole command, which nobody wants to hear whenever the keyboard comes to the field."""
    said = finding()
    command = Finding(said.rule, said.severity, said.path, said.title, "{run}", said.source, {"run": "aws iam " * 40})
    form.field.show_findings((said, command))
    assert form.field.lines.spoken() == "Warning: Name is odd. 3 letters Warning: Name is odd."


def test_a_finding_that_was_there_stays_while_typing(form: Form) -> None:
    """What was already said goes on being said while it holds."""
    form.field.show_findings((finding(),))
    form.field.editor.setFocus()
    form.field.show_findings((finding(), finding("XXX102")))
    assert len(form.told()) == 1


def test_a_finding_goes_the_moment_it_is_mended(form: Form) -> None:
    """What no longer holds is no longer said, though the field has not been left."""
    form.field.show_findings((finding(),))
    form.field.editor.setFocus()
    form.field.show_findings(())
    assert form.told() == []
    assert form.field.help.isVisible()


def test_nothing_jumps_while_it_is_mended(form: Form) -> None:
    """The field under it stays where it is until the mended one is left."""
    form.field.show_findings((finding(), finding("XXX102"), finding("XXX103")))
    before = form.top()
    form.field.editor.setFocus()
    form.field.show_findings(())
    assert form.top() == before
    form.other.setFocus()
    assert form.top() < before


def test_one_finding_takes_the_place_of_the_help(form: Form) -> None:
    """A finding of one line stands where the help stood, and moves nothing by more than its button's frame."""
    before = form.top()
    form.field.show_findings((finding(),))
    assert abs(form.top() - before) <= 8


def test_the_cure_is_asked_for_by_its_button(qtbot: QtBot, form: Form) -> None:
    """The button under the field asks for the finding's cure; Tab leads to it."""
    cure = Fix("Call it {name}", lambda plan: Plan(name="x") if plan else plan, values={"name": "x"})
    form.field.show_findings((finding(fix=cure),))
    (line,) = form.field.lines.lines()
    assert line.fix.text() == "Call it x"
    form.field.editor.setFocus()
    qtbot.keyClick(form.field.editor.inputs()[0], Qt.Key.Key_Tab)
    assert line.fix.hasFocus()
    with qtbot.waitSignal(form.field.fix_asked) as asked:
        qtbot.keyClick(line.fix, Qt.Key.Key_Space)
    assert asked.args[0].fix is cure


def test_the_latest_cure_is_asked_for(qtbot: QtBot, form: Form) -> None:
    """A finding that says the same of a newer plan brings its own cure."""
    old, new = (finding(fix=Fix("Mend", lambda _plan, name=name: Plan(name=name))) for name in ("old", "new"))
    form.field.show_findings((old,))
    form.field.show_findings((new,))
    with qtbot.waitSignal(form.field.fix_asked) as asked:
        form.field.lines.lines()[0].fix.click()
    assert asked.args[0].fix.apply(Plan()).name == "new"


def test_a_field_is_left_when_a_dialog_over_it_leads_to_another(form: Form, qtbot: QtBot) -> None:
    """A dialog that is open is not elsewhere, but the field to which it leads is: what is wrong shows."""
    line = form.field.editor.inputs()[0]
    qtbot.waitUntil(form.window.isActiveWindow)
    line.setFocus()
    form.field.show_findings((finding(),))
    dialog = QDialog(form.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert form.told() == []
    form.other.setFocus()
    dialog.close()
    qtbot.waitUntil(form.other.hasFocus)
    assert len(form.told()) == 1
