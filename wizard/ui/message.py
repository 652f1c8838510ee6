"""Dialogs that say what happened and what to do; one at a time, closed by Escape."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from wizard.language import _
from wizard.ui.icon import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_ICON: Final = QSize(32, 32)


def _box(parent: QWidget, icon_name: str, text: str, more: str) -> "QMessageBox":
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not before there is something to say

    box = QMessageBox(parent)
    box.setWindowTitle(_("Session Tag Wizard"))
    box.setIconPixmap(icon(icon_name).pixmap(_ICON, box.devicePixelRatioF()))
    box.setText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _open(box: "QMessageBox") -> None:
    """Open the box with room for the words of every button: a style sheet's least width would be all they get."""
    for button in box.buttons():
        button.ensurePolished()
        button.setMinimumWidth(button.sizeHint().width())
    box.open()


def show_error(parent: QWidget, text: str, more: str, details: str = "", copied: str = "") -> "QMessageBox":
    """Say what went wrong, what is safe and what to do; `details` can be opened. Return the open dialog.

    `copied` is what may leave the machine of them: what Copy details copies, and nothing else is.
    """
    box = _box(parent, "warning", text, more)
    close = box.addButton(box.StandardButton.Close)
    close.setText(_("Close"))
    box.setEscapeButton(close)
    if details:
        box.setDetailedText(details)
    if copied:
        copy = box.addButton(_("&Copy details"), box.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.setToolTip(_("Copies where it happened and the versions, nothing that was being read"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(copied))
    _open(box)
    return box


def show_note(parent: QWidget, text: str, more: str) -> None:
    """Say something that needs no answer."""
    box = _box(parent, "info", text, more)
    close = box.addButton(box.StandardButton.Close)
    close.setText(_("Close"))
    _open(box)


def ask(
    parent: QWidget,
    text: str,
    more: str,
    answers: tuple[tuple[str, Callable[[], None]], ...],
    *,
    cancel: str | None = None,
) -> "QMessageBox":
    """Ask a question; each answer is a button's words and what it does, the first one being the usual.

    Returns the open dialog. Escape and `cancel` do nothing; without `cancel`, Escape is the last answer.
    """
    box = _box(parent, "info", text, more)
    roles = (box.ButtonRole.AcceptRole, box.ButtonRole.DestructiveRole)
    deeds: dict[QPushButton, Callable[[], None]] = {}
    for index, (words, deed) in enumerate(answers):
        button = box.addButton(words, roles[min(index, 1)])
        deeds[button] = deed
        if index == 0:
            box.setDefaultButton(button)
    escape = box.addButton(cancel, box.ButtonRole.RejectRole) if cancel else [*deeds][-1]
    box.setEscapeButton(escape)
    box.finished.connect(lambda: _answered(box, deeds))
    _open(box)
    return box


def _answered(box: "QMessageBox", deeds: dict[QPushButton, Callable[[], None]]) -> None:
    clicked = box.clickedButton()
    for button, deed in deeds.items():
        if button is clicked:
            deed()
