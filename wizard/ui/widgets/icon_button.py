"""A small button that is an icon, and says what it does to whoever rests on it or does not see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from wizard.ui.icon import icon
from wizard.ui.tip import tip


def icon_button(name: str, words: str) -> QToolButton:
    """Return a button with that icon; `words` are its name and its tooltip."""
    button = QToolButton()
    button.setProperty("kind", "inline")
    button.setIcon(icon(name))
    button.setToolTip(tip(words))
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
