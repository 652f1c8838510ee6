"""The colours that the platform's palette does not have: severities, states, syntax, marks."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, as ``#rrggbb``; each has a contrast of 4.5 or more on its theme's background."""

    accent: str
    error: str
    warning: str
    info: str
    fine: str
    quiet: str
    line: str
    mark: str
    name: str
    text: str
    number: str
    punctuation: str
    comment: str

    def of_icon(self, name: str) -> QColor | None:
        """Return the colour of an icon that stands for a severity or a state, None for any other."""
        found = {
            "error": self.error,
            "warning": self.warning,
            "info": self.info,
            "fine": self.fine,
            "untouched": self.quiet,
        }.get(name)
        return QColor(found) if found else None


LIGHT: Final = Colours(
    accent="#1f5fbf",
    error="#b3261e",
    warning="#8a5300",
    info="#1f5fbf",
    fine="#1b6e3c",
    quiet="#5c636b",
    line="#d9dce0",
    mark="#fff1b8",
    name="#1f5fbf",
    text="#1b6e3c",
    number="#8a3ffc",
    punctuation="#5c636b",
    comment="#6b7178",
)

DARK: Final = Colours(
    accent="#7fb2ff",
    error="#ff9b92",
    warning="#f2bd63",
    info="#7fb2ff",
    fine="#74d19a",
    quiet="#a9b4bf",
    line="#37414f",
    mark="#4a4420",
    name="#7fb2ff",
    text="#8fd6a8",
    number="#d0a8ff",
    punctuation="#a9b4bf",
    comment="#93a0ad",
)

HIGH_CONTRAST: Final = Colours(
    accent="#ffff00",
    error="#ff8a80",
    warning="#ffd54f",
    info="#80d8ff",
    fine="#69f0ae",
    quiet="#ffffff",
    line="#ffffff",
    mark="#004d66",
    name="#80d8ff",
    text="#69f0ae",
    number="#ffd54f",
    punctuation="#ffffff",
    comment="#e0e0e0",
)

_BLACK: Final = 0
_HALF: Final = 128


def colours(palette: QPalette) -> Colours:
    """Return the set that belongs to a palette: by its background, black being high contrast."""
    lightness = palette.color(QPalette.ColorRole.Window).lightness()
    if lightness == _BLACK:
        return HIGH_CONTRAST
    return DARK if lightness < _HALF else LIGHT
