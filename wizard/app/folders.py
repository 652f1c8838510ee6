"""Where the program keeps what is not the person's own file, by each platform's conventions.

Sources, read 2026-11: the XDG Base Directory Specification (https://specifications.freedesktop.org/basedir-spec/latest/),
Apple's File System Programming Guide, Microsoft's KNOWNFOLDERID.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

_UNIX_NAME: Final = "session-tag-wizard"
_NAME: Final = "Session Tag Wizard"


class Folders(NamedTuple):
    """The folders; none of them need exist yet.

    Attributes:
        config: settings of the window. state: recent plans and plans that were not saved.
    """

    config: Path
    state: Path


def folders(platform: str, environment: Mapping[str, str], home: Path) -> Folders:
    """Return the folders for a ``sys.platform``, the environment and the home folder."""
    if platform == "win32":
        roaming = _folder(environment, "APPDATA", home / "AppData" / "Roaming")
        local = _folder(environment, "LOCALAPPDATA", home / "AppData" / "Local")
        return Folders(roaming / _NAME, local / _NAME)
    if platform == "darwin":
        support = home / "Library" / "Application Support" / _NAME
        return Folders(support, support)
    return Folders(
        _folder(environment, "XDG_CONFIG_HOME", home / ".config") / _UNIX_NAME,
        _folder(environment, "XDG_STATE_HOME", home / ".local" / "state") / _UNIX_NAME,
    )


def _folder(environment: Mapping[str, str], name: str, default: Path) -> Path:
    """Return the folder that a variable names; a relative one is ignored, as the XDG specification asks."""
    named = Path(environment.get(name, ""))
    return named if named.is_absolute() else default
