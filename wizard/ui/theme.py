"""The looks of the program: light as the platform draws it, dark by QDarkStyle, high contrast of our own.

A theme is a palette, a style sheet and a set of colours. The dark one's sheet is read straight from QDarkStyle's files,
the first time it is asked for: importing that package costs more than showing the window does.
"""

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import invalidate

from wizard.frozen import Frozen
from wizard.resource import resource, resource_text
from wizard.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

HEADING: Final = 1.4
"""The one larger size of type, as a factor of the desktop's."""


class Theme(StrEnum):
    """What the person may choose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


_HALF: Final = 128
_WITH_LOOK: Final = ("darwin", "win32")
"""Platforms whose own scroll bars and frames fit; elsewhere it is Qt's own style that draws them."""
_PAPER: Final = "#efefef"
_EDGED: Final[tuple[Any, ...]] = ("QLineEdit", "QComboBox", "QCheckBox", "QRadioButton", "QAbstractSpinBox")
"""Names of classes: PySide6 takes them as str, and its stubs say bytes."""
_DARKER: Final = 140, 125
"""By how much Qt's own style darkens the window's colour for an edge, and the selection's where the keyboard is."""
_colour: Final = QColor.fromString
"""The constructor would touch Qt's enumerations; see :mod:`wizard.ui.window`."""


def first_look(app: QApplication, theme: Theme, platform: QPalette) -> None:
    """Give the program what its first picture needs of a look: the palette, and what is told of the menu bar.

    To read the rest of a sheet takes longer than to paint that picture.
    """
    shown = _resolved(theme, platform)
    app.setPalette(_palette_of(shown, platform))
    if shown is Theme.DARK:
        app.setStyleSheet(_own_sheet("dark-bar"))


def apply_theme(app: QApplication, theme: Theme, platform: QPalette | None = None) -> None:
    """Give the whole program a look, at once. `platform` is the platform's own palette, where it is known already."""
    look_of(app, theme, platform).put_on(app)


class Look(Frozen):
    """What a theme makes of the program; `edged` where the edges that Qt's own style draws must be darkened."""

    palette: QPalette
    sheet: str
    edged: bool = False

    def put_on(self, app: QApplication) -> None:
        """Give it to the program."""
        for part in self.parts(app):
            part()

    def parts(self, app: QApplication) -> Iterator[Callable[[], None]]:
        """Yield what puts it on, in the order in which it must be done."""
        yield lambda: app.setPalette(self.palette)
        yield lambda: app.setStyleSheet(self.sheet)
        if self.edged:
            yield lambda: _edge(app, app.palette())


def style_of(app: QApplication) -> "QStyle":
    """Return the program's style.

    Each look has one of its own. Where it takes the place in memory of something that Qt let go of unheard, such as an
    item of a layout, PySide6 gives that thing's object for it, until it is told that the thing is gone.
    """
    found = app.style()
    if hasattr(found, "standardPalette"):  # asked for by name: the class would be half a megabyte of enumerations
        return found
    invalidate(found)
    return app.style()


def look_of(app: QApplication, theme: Theme, platform: QPalette | None = None) -> Look:
    """Return the look of a theme."""
    platform = platform or style_of(app).standardPalette()
    shown = _resolved(theme, platform)
    palette = _palette_of(shown, platform)
    if shown is Theme.DARK:
        return _look(app, DARK, palette, _sheet_of_qdarkstyle() + _own_sheet("dark-bar") + _own_sheet("dark"))
    if shown is Theme.HIGH_CONTRAST:
        return _look(app, HIGH_CONTRAST, palette, _own_sheet("high-contrast"))
    native = sys.platform in _WITH_LOOK
    return _look(app, LIGHT, palette, "" if native else _own_sheet("light"), edged=not native)


def ask_platform(app: QApplication, theme: Theme) -> None:
    """Ask the platform for the theme's scheme in what it draws itself: title bars, native menus and dialogs."""
    if theme is Theme.SYSTEM:
        app.styleHints().unsetColorScheme()
        return
    from PySide6.QtCore import Qt  # noqa: PLC0415 - ten milliseconds that the first window saves; see wizard.ui.window

    app.styleHints().setColorScheme(Qt.ColorScheme.Light if theme is Theme.LIGHT else Qt.ColorScheme.Dark)


def _resolved(theme: Theme, platform: QPalette) -> Theme:
    """Return the theme to show: where it follows the desktop, the one that the platform's palette belongs to."""
    if theme is not Theme.SYSTEM:
        return theme
    return Theme.DARK if _is_dark(platform) else Theme.LIGHT


def _palette_of(shown: Theme, platform: QPalette) -> QPalette:
    if shown is Theme.DARK:
        return _palette(DARK)
    return _palette(HIGH_CONTRAST) if shown is Theme.HIGH_CONTRAST else _light_palette(platform)


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < _HALF


def _look(app: QApplication, colours: Colours, palette: QPalette, sheet: str, *, edged: bool = False) -> Look:
    slim = "" if colours is LIGHT and sys.platform in _WITH_LOOK else _own_sheet("slim")
    return Look(palette, filled(sheet + slim + _own_sheet("app"), _values(app, colours, palette)), edged)


def _light_palette(platform: QPalette) -> QPalette:
    """Return the platform's palette, or a plain light one where it is dark, with the one accent of ours."""
    palette = QPalette(_colour(_PAPER)) if _is_dark(platform) else platform
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent, QPalette.ColorRole.Link):
        palette.setColor(role, _colour(LIGHT.accent))
    palette.setColor(QPalette.ColorRole.HighlightedText, _colour(LIGHT.on_selection))
    palette.setColor(QPalette.ColorRole.PlaceholderText, _colour(LIGHT.quiet))
    return palette


def darken_edges(palette: QPalette) -> None:
    """Darken the edges that Qt's own style draws: its own have a contrast of 2.3, and a box to tick wants 3."""
    palette.setColor(QPalette.ColorRole.Window, _colour(LIGHT.edge).lighter(_DARKER[0]))


def _edge(app: QApplication, palette: QPalette) -> None:
    """Darken the edges of the light theme's fields, and the one around the field that has the keyboard."""
    darken_edges(palette)
    palette.setColor(QPalette.ColorRole.Highlight, _colour(LIGHT.focus).lighter(_DARKER[1]))
    for kind in _EDGED:
        app.setPalette(palette, kind)


def _palette(colours: Colours) -> QPalette:
    """Return a dark palette made of a set of colours.

    Its shades are those of the constructor that takes a colour, which would touch Qt's enumerations.
    """
    role = QPalette.ColorRole
    palette = QPalette()
    ground = _colour(colours.ground)
    for where, shade in (
        (role.Light, ground.lighter(150)),
        (role.Midlight, ground.lighter(125)),
        (role.Mid, ground.darker(150)),
        (role.Dark, ground.darker()),
        (role.Shadow, _colour("#000000")),
    ):
        palette.setColor(where, shade)
    for where in (role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase):
        palette.setColor(where, _colour(colours.ground))
    for where in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText):
        palette.setColor(where, _colour(colours.ink))
        palette.setColor(QPalette.ColorGroup.Disabled, where, _colour(colours.quiet))
    for where in (role.Highlight, role.Accent):
        palette.setColor(where, _colour(colours.selection))
    palette.setColor(role.HighlightedText, _colour(colours.on_selection))
    palette.setColor(role.Link, _colour(colours.accent))
    palette.setColor(role.PlaceholderText, _colour(colours.quiet))
    return palette


def _values(app: QApplication, colours: Colours, palette: QPalette) -> dict[str, str]:
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - PySide6 makes a class when it is asked for

    window, base = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
    return {
        "body": f"{app.font().pointSizeF():.1f}",
        "heading": f"{app.font().pointSizeF() * HEADING:.1f}",
        "mono": QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(),
        "styles": Path(resource("styles")).as_posix(),
        "side": window.name(),
        "sheet": base.name(),
        "text_ink": palette.color(QPalette.ColorRole.Text).name(),
        **vars(colours),
    }


def filled(sheet: str, values: dict[str, str]) -> str:
    """Return a style sheet with each ``@name@`` replaced by its value."""
    for name, value in values.items():
        sheet = sheet.replace(f"@{name}@", value)
    return sheet


@cache
def _own_sheet(name: str) -> str:
    return resource_text("styles", f"{name}.qss")


@cache
def _sheet_of_qdarkstyle() -> str:
    """Return QDarkStyle's dark style sheet, its pictures named by their files; empty where it is not installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - with the dark theme only

    spec = find_spec("qdarkstyle")
    if spec is None or spec.origin is None:
        return ""
    folder = Path(spec.origin).parent / "dark"
    sheet = (folder / "darkstyle.qss").read_text(encoding="utf-8")
    return sheet.replace(":/qss_icons/dark/rc/", f"{(folder / 'rc').as_posix()}/")
