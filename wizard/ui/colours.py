"""The colours that the platform's palette does not have: grounds of our own themes, severities, syntax, marks."""

from typing import Final

from PySide6.QtGui import QColor, QPalette

from wizard.frozen import Frozen


class Colours(Frozen):
    """One set of colours, as ``#rrggbb``; what is read has a contrast of 4.5 or more on its theme's ground.

    Attributes:
        ground: behind everything; ink: the text on it (the light theme leaves both to the platform).
        accent: the one colour of our own. selection: behind what is selected.
        line: quiet separators. handle: of a scroll bar. hover: under the pointer.
        edge: around what can be used, with a contrast of 3 or more on the ground.
        focus: around what has the keyboard, on_tab: on the chosen tab. mark: behind a changed line.
        name, text, number, punctuation, comment: parts of a highlighted text.
    """

    ground: str
    ink: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    edge: str
    focus: str
    on_tab: str
    hover: str
    line: str
    handle: str
    quiet: str
    error: str
    warning: str
    info: str
    fine: str
    mark: str
    name: str
    text: str
    number: str
    punctuation: str
    comment: str

    def of(self, name: str) -> QColor:
        """Return one colour by its name."""
        return QColor.fromString(getattr(self, name))

    def of_icon(self, name: str) -> QColor | None:
        """Return the colour of an icon that stands for a severity or a state, None for any other."""
        found = {
            "error": self.error,
            "warning": self.warning,
            "info": self.info,
            "fine": self.fine,
            "untouched": self.quiet,
        }.get(name)
        return QColor.fromString(found) if found else None


LIGHT: Final = Colours(
    ground="#ffffff",
    ink="#1c1f23",
    accent="#1f5fbf",
    accent_hover="#174d9e",
    on_accent="#ffffff",
    selection="#1f5fbf",
    on_selection="#ffffff",
    edge="#858585",
    focus="#0c3670",
    on_tab="#0c3670",
    hover="#e3ebf7",
    line="#d5d9de",
    handle="#828992",
    quiet="#59616a",
    error="#b3261e",
    warning="#8a5300",
    info="#1f5fbf",
    fine="#1b6e3c",
    mark="#fff1b8",
    name="#1f5fbf",
    text="#1b6e3c",
    number="#7a2fd0",
    punctuation="#59616a",
    comment="#656c74",
)

DARK: Final = Colours(
    ground="#19232d",
    ink="#dfe1e2",
    accent="#7fb2ff",
    accent_hover="#a3c8ff",
    on_accent="#0f1820",
    selection="#346792",
    on_selection="#ffffff",
    edge="#60748a",
    focus="#7fb2ff",
    on_tab="#7fb2ff",
    hover="#24313f",
    line="#37414f",
    handle="#60748a",
    quiet="#a9b4bf",
    error="#ff9b92",
    warning="#f2bd63",
    info="#7fb2ff",
    fine="#74d19a",
    mark="#37340f",
    name="#7fb2ff",
    text="#8fd6a8",
    number="#d0a8ff",
    punctuation="#a9b4bf",
    comment="#9aa7b4",
)

HIGH_CONTRAST: Final = Colours(
    ground="#000000",
    ink="#ffffff",
    accent="#ffff00",
    accent_hover="#ffffff",
    on_accent="#000000",
    selection="#ffff00",
    on_selection="#000000",
    edge="#ffffff",
    focus="#00ffff",
    on_tab="#000000",
    hover="#333300",
    line="#ffffff",
    handle="#ffffff",
    quiet="#e0e0e0",
    error="#ff8a80",
    warning="#ffd54f",
    info="#80d8ff",
    fine="#69f0ae",
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
    """Return the set that belongs to the program's palette: by its background, black being high contrast.

    A widget's own palette does not tell: where a sheet lets the background shine through, it says black.
    """
    lightness = palette.color(QPalette.ColorRole.Window).lightness()
    if lightness == _BLACK:
        return HIGH_CONTRAST
    return DARK if lightness < _HALF else LIGHT
