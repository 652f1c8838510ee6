"""What the window remembers from one start to the next: its place, its panes, the theme, what was previewed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSettings

from wizard.app.aside import remembered, set_aside
from wizard.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

_FILE: Final = "window.ini"
_DIGITS: Final = 5
"""Of a number of pixels: one that is longer was not written by this program."""
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\r\n")


class Settings:
    """A settings file in `folder`. One that cannot be read is set aside, and the defaults hold."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        if _is_no_text(self._file):
            set_aside(self._file)
        self._settings = QSettings(str(self._file), QSettings.Format.IniFormat)
        if self._settings.status() != QSettings.Status.NoError:
            set_aside(self._file)
            self._settings = QSettings(str(self._file), QSettings.Format.IniFormat)

    def state(self, name: str) -> "QByteArray":
        """Return a widget's saved state, empty where there is none."""
        from PySide6.QtCore import QByteArray  # noqa: PLC0415 - PySide6 makes a class when it is asked for

        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def text(self, name: str, default: str) -> str:
        """Return a text, the default where there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, str) else default

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return whole numbers, none where there are none."""
        words = self.text(name, "").split()
        return tuple(map(int, words)) if all(map(_is_number, words)) else ()

    def theme(self) -> Theme:
        """Return the theme that was chosen."""
        known = self.text("theme", Theme.SYSTEM)
        return Theme(known) if known in list(Theme) else Theme.SYSTEM

    def put(self, name: str, value: Any) -> None:
        """Remember a text or a widget's state."""
        self._settings.setValue(name, value)

    def write(self) -> None:
        """Write the file; where that fails, the window forgets."""
        self._settings.sync()


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _DIGITS


def _is_no_text(file: Path) -> bool:
    """Tell whether a file is there that no settings were ever written to: Qt would take it for an empty one."""
    try:
        text = remembered(file)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    return not _CONTROLS.isdisjoint(text.encode("utf-8"))
