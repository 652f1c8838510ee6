"""Where people and resources come from: the plan's sample people, typed examples, and a file of each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.app.matrix.question import Question
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.lines import column_in, row_in
from wizard.ui.widgets.lines_edit import LinesEdit


class FileChoice(QWidget):
    """A file that the person opens, or none.

    Signals:
        changed: another file, or none.
    """

    changed = Signal()

    def __init__(self, words: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._title = title
        self.open = QPushButton(icon("open"), words, self)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.remove = QPushButton(icon("close"), "", self)
        self.remove.setProperty("kind", "inline")
        row = row_in(self)
        row.addWidget(self.open)
        row.addWidget(self.name)
        row.addWidget(self.remove)
        self.open.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self.take(None))
        self._show()

    def take(self, path: Path | None) -> None:
        """Take another file, or none."""
        had_focus = self.remove.hasFocus()
        self.path = path
        self._show()
        if had_focus and path is None:
            self.open.setFocus()
        self.changed.emit()

    def _ask(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        kinds = _("Lists (*.csv *.json *.jsonl *.ndjson *.txt);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self.window(), self._title, folder, kinds)
        if chosen:
            self.take(Path(chosen))

    def _show(self) -> None:
        there = self.path is not None
        self.name.setText(seen(self.path.name, 40) if self.path else "")
        self.name.setToolTip(tip(str(self.path or "")))
        self.name.setVisible(there)
        self.remove.setVisible(there)
        words = _("Leave {file} out").format(file=self.name.text())
        self.remove.setToolTip(tip(words))
        self.remove.setAccessibleName(words)


class Sources(QWidget):
    """What the question is made from.

    Signals:
        changed: something else is asked about.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: tuple[str, ...] | None = None
        self.sample = QCheckBox(_("S&ample people of the plan"), self)
        self.sample.setChecked(True)
        self.people = FileChoice(_("Open people…"), _("Open people: CSV, JSON or JSON lines"), self)
        self.examples = QCheckBox(_("Exa&mples"), self)
        self.examples.setChecked(True)
        self.edit = QPushButton(_("Edit examples"), self)
        self.edit.setCheckable(True)
        self.resources = FileChoice(_("Open resources…"), _("Open resources: CSV, JSON or JSON lines"), self)
        self.lines = LinesEdit("ec2:instance, team=platform", self)
        self.lines.name_inputs(_("Examples of resources, one a line"), _examples_help())
        self._box = QWidget(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        help_text = QLabel(_examples_help(), self._box)
        help_text.setProperty("kind", "quiet")
        help_text.setWordWrap(True)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.lines)
        inside.addWidget(help_text)
        self._box.hide()
        line = FlowLayout()
        for widget in (self.sample, self.people, self.examples, self.edit, self.resources):
            line.addWidget(widget)
        column = column_in(self)
        column.addLayout(line)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.edit.toggled.connect(self._box.setVisible)
        self.lines.edited.connect(self._write)
        for signal in (self.sample.clicked, self.examples.clicked):
            signal.connect(lambda _checked: self.changed.emit())
        self.people.changed.connect(self.changed)
        self.resources.changed.connect(self.changed)

    def question(self, plan: Plan) -> Question:
        """Return what is asked of the plan."""
        lines = self._own if self.examples.isChecked() else ()
        return Question(plan, self.sample.isChecked(), self.people.path, lines, self.resources.path)

    def show_plan(self, plan: Plan) -> None:
        """Say what the plan has to offer."""
        self.sample.setText(_("S&ample people of the plan ({count})").format(count=len(plan.people)))

    def show_proposed(self, proposed: tuple[str, ...]) -> None:
        """Show the examples that the plan suggests, unless the person has written others."""
        if self._own is None:
            self._quietly(lambda: self.lines.show_value(proposed))

    def forget(self) -> None:
        """Begin anew: another plan is open."""
        self._own = None
        for choice in (self.people, self.resources):
            choice.blockSignals(True)
            choice.take(None)
            choice.blockSignals(False)

    def leave_out(self, path: Path) -> None:
        """Ask about everything but a file that cannot be used."""
        for choice in (self.people, self.resources):
            if choice.path == path:
                choice.take(None)

    def _write(self, lines: tuple[str, ...]) -> None:
        self._own = lines or None
        self.changed.emit()

    def _quietly(self, deed: Callable[[], None]) -> None:
        self.lines.blockSignals(True)
        deed()
        self.lines.blockSignals(False)


def _examples_help() -> str:
    return _("A type or an ARN, then its tags: ec2:instance, team=platform. Without any line, the plan suggests some.")
