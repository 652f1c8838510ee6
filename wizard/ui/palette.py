"""The command palette: a line to type in, and under it whatever answers to what was typed."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from wizard.app.palette import Entry, Kind, entries, found, used
from wizard.language import _, ngettext
from wizard.quoting.wording import seen
from wizard.ui.colours import colours
from wizard.ui.files import title_of
from wizard.ui.settings import Settings
from wizard.ui.shell import Shell
from wizard.ui.tip import tip
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.chosen_row import follow_selection

_SIZE: Final = QSize(600, 420)
_MOST_SHOWN: Final = 200
_GAP: Final = 8
_RIGHT: Final = Qt.ItemDataRole.UserRole
_SETTING: Final = "palette/lately"


class _Row(QStyledItemDelegate):
    """Draws an entry: its title, at the other end its keys and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height with room above and below the title."""
        del index
        return QSize(0, option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        ink = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        rect = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        side = Qt.AlignmentFlag.AlignVCenter
        right = index.data(_RIGHT)
        width = option.fontMetrics.horizontalAdvance(right)
        painter.setPen(ink if chosen else colours(option.palette).of("quiet"))
        place = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        painter.drawText(QStyle.visualRect(option.direction, option.rect, place), side, right)
        painter.setPen(ink)
        place = rect.adjusted(0, 0, -width - 2 * _GAP, 0)
        title = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, place.width())
        left = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | side)
        painter.drawText(QStyle.visualRect(option.direction, option.rect, place), left, title)
        painter.restore()


class PaletteDialog(QDialog):
    """Asks for an entry.

    Signals:
        chosen: the entry; the dialog has closed.
    """

    chosen = Signal(object)

    def __init__(self, known: Sequence[Entry], lately: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find anything"))
        self._known = known
        self._lately = lately
        self._found: list[Entry] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("An action, a step, a tag, a role, a problem, a file…"))
        self.line.setAccessibleName(_("Find anything"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Found"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(_("Nothing is called that."))
        self.none.setProperty("kind", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.line, self.none, self.list):
            column.addWidget(widget)
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.list.itemClicked.connect(lambda _item: self.choose())
        self.list.currentRowChanged.connect(self._say)
        follow_selection(self.list)
        self.resize(_SIZE)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list the keys that walk it, while the line keeps the keyboard."""
        walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in walking:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose()
                return True
        return super().eventFilter(watched, event)

    def choose(self) -> None:
        """Take the entry that is marked."""
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            entry = self._found[row]
            self.accept()
            self.chosen.emit(entry)

    def _look(self) -> None:
        self._found = found(self._known, self.line.text(), self._lately)[:_MOST_SHOWN]
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self._found:
            item = QListWidgetItem(seen(entry.title, 300), self.list)
            item.setData(_RIGHT, "   ".join(part for part in (entry.keys, _(entry.kind)) if part))
            words = (entry.title, _(entry.kind), entry.keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in words if part))
            item.setToolTip(tip(entry.title))
        self.list.setCurrentRow(0 if self._found else -1)
        self.list.blockSignals(False)
        self.none.setVisible(not self._found)
        self._say()

    def _say(self) -> None:
        """Say the marked entry: the keyboard stays in the line, so nothing else would."""
        if not self.isVisible():
            return
        count = len(self._found)
        words = self.none.text()
        if count:
            words = self.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
        told = ngettext("{entry}; {count} found", "{entry}; {count} found", count)
        announce(self.line, told.format(entry=words, count=count))


class Palette:
    """Opens the dialog, does what was chosen, and remembers it."""

    def __init__(self, shell: Shell, actions: Iterable[tuple[QAction, str]], settings: Settings) -> None:
        self._shell = shell
        self._actions = {str(action.data()): (action, title) for action, title in actions}
        self._settings = settings

    def open(self) -> None:
        """Ask for an entry."""
        dialog = PaletteDialog(self.known(), self._lately(), self._shell.window)
        dialog.chosen.connect(partial(self.do))  # holds this, which a bound method would not
        dialog.open()

    def known(self) -> tuple[Entry, ...]:
        """Return everything that can be found: first what can be done."""
        doable = (
            Entry(Kind.ACTION, title, name, _native(action))
            for name, (action, title) in self._actions.items()
            if action.isEnabled()
        )
        plans = (Entry(Kind.PLAN, title_of(path), str(path)) for path in self._shell.files.recent.paths())
        return (*doable, *entries(self._shell.session), *plans)

    def do(self, entry: Entry) -> None:
        """Do the action, or go there."""
        if entry.lasting:
            self._settings.put(_SETTING, "\n".join(used(self._lately(), entry)))
        shell = self._shell
        deeds: dict[Kind, Callable[[str], None]] = {
            Kind.ACTION: lambda name: self._actions[name][0].trigger(),
            Kind.STEP: shell.go,
            Kind.VIEW: shell.look,
            Kind.PREVIEW: self._preview,
            Kind.PLAN: lambda path: shell.files.open_path(Path(path)),
        }
        deeds.get(entry.kind, shell.show_path)(entry.target)

    def _preview(self, preview_id: str) -> None:
        session = self._shell.session
        if session.view:
            session.look("")
        self._shell.previews.choose(preview_id)
        self._shell.frame.preview.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lately(self) -> list[str]:
        return [each for each in self._settings.text(_SETTING, "").split("\n") if each]


def _native(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
