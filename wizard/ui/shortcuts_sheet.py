"""The sheet of keyboard shortcuts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wizard.language import _
from wizard.ui.menu_text import plain_words
from wizard.ui.widgets.indented_delegate import IndentedDelegate


def show_shortcuts(parent: QWidget, actions: Iterable[QAction]) -> None:
    """Open the sheet; it lists what the menus do by key, and the keys of lists and fields."""
    rows = [(plain_words(action.text()), action.shortcuts()) for action in actions]
    inside = (
        (_("Next field, field before"), ("Tab", "Shift+Tab")),
        (_("Go to the field of a problem, or of a line of the preview"), ("Return",)),
        (_("Add to a list or to the table of tags"), ("Ins",)),
        (_("Remove from a list or from the table of tags"), ("Del", "Backspace")),
        (_("Move a tag, an entry or a line up or down"), ("Alt+Up", "Alt+Down")),
        (_("Propose what may stand in an expression"), ("Ctrl+Space",)),
    )
    rows += [(words, [QKeySequence(key) for key in keys]) for words, keys in inside]
    table = [(words, ", ".join(_native(key) for key in keys)) for words, keys in rows]
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("Keyboard shortcuts"))
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(16, 16, 16, 16)
    whole.setSpacing(16)
    whole.addWidget(_table(table))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    whole.addWidget(buttons)
    dialog.resize(520, 560)
    dialog.open()


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _table(rows: list[tuple[str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), 2)
    headings = (_("What"), _("Keys"))
    table.setHorizontalHeaderLabels(headings)
    table.setAccessibleName(_("Keyboard shortcuts"))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setItemDelegate(IndentedDelegate(table))
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{headings[column]}: {text}")
            table.setItem(row, column, item)
    table.selectRow(0)  # QDarkStyle marks no row that is the current one alone
    return table
