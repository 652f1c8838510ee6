"""A labelled field of the plan: label, editor, help, and under it what is wrong with the value."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from wizard.plan.path import covers
from wizard.rules.finding import Finding
from wizard.ui.menu_text import plain_words
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.finding_lines import FindingLines


class Field(QWidget):
    """Shows the value at one path of the plan.

    A finding shows when the field is left and goes the moment it is mended. It stands where the help stood, and the
    room that it took stays until the field is left, so nothing jumps under the person's hands.

    Attributes:
        path: the place in the plan; a detail form moves it from entry to entry.
        name: what the field is called.

    Signals:
        edited: the new value.
        left: the person went elsewhere.
        fix_asked: apply the cure of this finding.
    """

    edited = Signal(object)
    left = Signal()
    fix_asked = Signal(object)

    def __init__(
        self,
        path: str,
        label: str,
        editor: Editor,
        *,
        name: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.name = name or plain_words(label)
        self.editor = editor
        self._help = help_text
        self._findings: tuple[Finding, ...] = ()
        self._known: frozenset[str] | None = None
        self.label = QLabel(label, self)
        if label:
            self.label.setBuddy(editor.labelled())
        self.label.setVisible(bool(label))
        self.help = QLabel(help_text, self)
        self.help.setProperty("kind", "quiet")
        self.help.setWordWrap(True)
        self.lines = FindingLines(self)
        self._lay_out()
        self.lines.follow(editor.last_input)
        editor.name_inputs(self.name, help_text)
        editor.edited.connect(self.edited)
        editor.entered.connect(self._enter)
        editor.left.connect(self._leave)
        self.lines.fix_asked.connect(self.fix_asked)

    def _lay_out(self) -> None:
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.help)
        below.addWidget(self.lines)
        below.addStretch(0)
        self.help.setVisible(bool(self._help))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, self.editor, self._below):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_value(self, value: Any) -> None:
        """Write the value into the editor."""
        self.editor.show_value(value)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings; of those that came up while the person is in the field, none yet."""
        self._findings = findings
        if self._known is not None:
            findings = tuple(finding for finding in findings if _mark(finding) in self._known)
        if findings == self.lines.findings:
            return
        self.lines.show_findings(findings)
        self.editor.mark(finding.path[len(self.path) :] for finding in findings)
        self.help.setVisible(bool(self._help) and not findings)
        self.editor.describe_inputs(self.lines.spoken() or self._help)

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is this field's or lies in it."""
        return covers(self.path, path)

    def show_place(self, path: str) -> None:
        """Put the focus where that place is edited."""
        self.editor.show_place(path[len(self.path) :])

    def place(self, path: str) -> None:
        """Stand for another path; what the person was typing belonged to the former."""
        if path != self.path:
            self.path = path
            if self._known is not None:
                self._known = frozenset()

    def _enter(self) -> None:
        if self._known is None:
            self._known = frozenset(_mark(finding) for finding in self.lines.findings)
            self._below.setMinimumHeight(self._below.height())

    def _leave(self) -> None:
        self._known = None
        self._below.setMinimumHeight(0)
        self.updateGeometry()
        before = self.lines.findings
        self.left.emit()
        self.show_findings(self._findings)
        if self.lines.findings != before:
            announce(self.editor, self.lines.spoken())


def _mark(finding: Finding) -> str:
    return f"{finding.rule} {finding.path}"
