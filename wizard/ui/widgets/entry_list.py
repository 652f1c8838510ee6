"""Shows the entries of a list of the plan by name: choose one, add, remove and move, by keyboard and by button."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wizard.language import _
from wizard.rules.finding import Finding
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.chosen_row import follow_selection
from wizard.ui.widgets.finding_lines import FindingLines
from wizard.ui.widgets.severity import severity_icon, spoken, weightiest

_MOST_SHOWN: Final = 6
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Entries(QListWidget):
    """As tall as its entries, up to some.

    Signals:
        key_asked: the person asks for ``add``, ``remove``, ``up`` or ``down``.
    """

    add_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(16, 16))

    def row_height(self) -> int:
        """Return the height of an entry."""
        return max(28, self.fontMetrics().height() + 12)

    def sizeHint(self) -> QSize:
        """Return the height of its entries."""
        rows = max(1, min(_MOST_SHOWN, self.count()))
        return QSize(200, rows * self.row_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it is never squeezed."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Insert, remove on Delete, move on Alt+Up and Alt+Down."""
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_asked.emit(_MOVES[Qt.Key(key)])
        elif plain and key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class EntryList(QWidget):
    """The entries of one list, one of which is chosen.

    Attributes:
        path: the list's path in the plan.

    Signals:
        chosen: another entry is chosen; its index.
        add_asked: one more entry.
        remove_asked: without this one.
        move_asked: this one at that index.
        fix_asked: apply the cure of this finding.
    """

    chosen = Signal(int)
    add_asked = Signal()
    remove_asked = Signal(int)
    move_asked = Signal(int, int)
    fix_asked = Signal(object)

    def __init__(self, path: str, name: str, add: str, nameless: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._nameless = nameless
        self._findings: tuple[Finding, ...] = ()
        self.list = _Entries(self)
        self.list.setAccessibleName(name)
        self.list.currentRowChanged.connect(self._choose)
        follow_selection(self.list)
        self.list.add_asked.connect(self.add_asked)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.add = QPushButton(icon("add"), add, self)
        self.add.clicked.connect(self.add_asked)
        self.remove = self._tool("remove", _("Remove"), "Del")
        self.remove.clicked.connect(self._remove)
        self.up = self._tool("up", _("Move up"), "Alt+↑")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = self._tool("down", _("Move down"), "Alt+↓")
        self.down.clicked.connect(lambda: self._move(1))
        self.lines = FindingLines(self)
        self.lines.follow(lambda: self.down)
        self.lines.fix_asked.connect(self.fix_asked)
        self._lay_out()
        self.setFocusProxy(self.list)

    def _tool(self, name: str, label: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setAccessibleName(label)
        button.setToolTip(f"{label} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        for button in (self.remove, self.up, self.down):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self.lines)

    @property
    def index(self) -> int:
        """The index of the chosen entry, -1 where there is none."""
        return self.list.currentRow()

    def show_entries(self, names: Sequence[str]) -> None:
        """Write the entries' names; the entry that is chosen stays so, as far as there is one."""
        self.list.blockSignals(True)
        before = self.list.count()
        while self.list.count() > len(names):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(names):
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, self.list.row_height()))
        for row, name in enumerate(names):
            shown = name or self._nameless
            if self.list.item(row).text() != shown:
                self.list.item(row).setText(shown)
                self.list.item(row).setToolTip(tip(shown))
        if names and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        if before != len(names):
            self.list.updateGeometry()
        self.list.setVisible(bool(names))
        self._enable(len(names))

    def choose(self, index: int) -> None:
        """Choose an entry, as far as there is one."""
        if 0 <= index < self.list.count():
            self.list.setCurrentRow(index)

    def answers_for(self, path: str) -> bool:
        """Tell whether the place is the list or lies in it."""
        return path == self.path or path.startswith(f"{self.path}[")

    def entry(self, path: str) -> int | None:
        """Return the index of the entry in which the place lies; None where it is the list itself."""
        number = path[len(self.path) + 1 :].partition("]")[0]
        return int(number) if number.isdecimal() else None

    def mark(self, findings: Iterable[Finding]) -> None:
        """Mark the entries about which something is said, wherever in the entry."""
        by_entry: dict[int, list[Finding]] = {}
        for finding in findings:
            index = self.entry(finding.path)
            if index is not None:
                by_entry.setdefault(index, []).append(finding)
        for row in range(self.list.count()):
            self._mark(self.list.item(row), tuple(by_entry.get(row, ())))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what is said about the list itself and about the chosen entry as a whole."""
        self.lines.show_findings(
            tuple(finding for finding in findings if self.entry(finding.path) in (None, self.index))
        )

    def show_place(self, path: str) -> None:
        """Choose the entry in which the place lies, and put the focus on it."""
        index = self.entry(path)
        if index is not None:
            self.choose(index)
        (self.list if self.list.count() else self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mark(self, item: QListWidgetItem, findings: tuple[Finding, ...]) -> None:
        worst = weightiest(findings)
        words = "\n".join(spoken(finding) for finding in findings)
        description = item.data(Qt.ItemDataRole.AccessibleDescriptionRole) or ""
        if description == words and item.data(Qt.ItemDataRole.UserRole) == worst:
            return
        item.setData(Qt.ItemDataRole.UserRole, worst)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)
        item.setToolTip(tip(words or item.text()))
        item.setIcon(severity_icon(worst) if worst else QIcon())

    def _enable(self, count: int) -> None:
        row = self.list.currentRow()
        for button, enabled in ((self.remove, row >= 0), (self.up, row > 0), (self.down, 0 <= row < count - 1)):
            if button.isEnabled() != enabled:
                button.setEnabled(enabled)

    def _choose(self, row: int) -> None:
        self._enable(self.list.count())
        self.chosen.emit(row)

    def _remove(self) -> None:
        if self.index >= 0:
            self.remove_asked.emit(self.index)

    def _move(self, distance: int) -> None:
        to = self.index + distance
        if self.index >= 0 and 0 <= to < self.list.count():
            self.move_asked.emit(self.index, to)
