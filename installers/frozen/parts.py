"""What goes into the frozen program of all that PyInstaller finds: an allowed list, so that nothing comes by itself.

A library of the system is bundled only where distributions differ in it; all else comes from the system that the
program runs on, whose graphics drivers must meet their own libraries.
"""

from pathlib import PurePosixPath
from typing import Final

PLUGINS: Final = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qsvg",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qcocoa",
        "platforms/qoffscreen",  # selftest draws on it
        "platforms/qwayland",
        "platforms/qwindows",
        "platforms/qxcb",
        "platformthemes/qgtk3",  # the desktop's own file dialog, where GTK is installed
        "platformthemes/qxdgdesktopportal",
        "styles/qmacstyle",
        "styles/qmodernwindowsstyle",
        "wayland-decoration-client/bradient",
        "wayland-shell-integration/xdg-shell",
    }
)
"""Qt's plugins that the app can come to need, without ``lib`` and the ending."""

LIBRARIES: Final = (
    "libbz2.so", "libcrypto.so", "libffi.so", "liblzma.so", "libpython3", "libssl.so",  # Python's own modules
    "libxcb-cursor.so", "libxcb-icccm.so", "libxcb-image.so", "libxcb-keysyms.so", "libxcb-render-util.so",
    "libxcb-util.so",  # Qt's windows on X; many desktops come without them
)  # fmt: skip
"""Libraries of a Linux system that are bundled; of all the others the packages say that they need them."""

UNUSED: Final = (
    "PySide6.QtNetwork", "asyncio", "bdb", "curses", "distutils", "doctest", "ensurepip", "idlelib", "lib2to3",
    "lxml.html", "lxml.isoschematron", "lxml.objectify", "multiprocessing", "pdb", "pip", "pydoc", "qtpy", "readline",
    "setuptools", "sqlite3", "tkinter", "turtledemo", "unittest", "wheel", "xmlrpc",
)  # fmt: skip
"""Modules that something names and nothing of the program runs."""

_NEVER: Final = ("PySide6/Qt/qml", "PySide6/qml", "qdarkstyle/light")
_DROPPED: Final = (
    "QtDBus", "QtNetwork", "QtOpenGL", "Qt6Network", "Qt6OpenGL", "libQt6EglF", "libQt6Network", "libQt6OpenGL",
    "libQt6WlShell", "opengl32sw.dll",
)  # fmt: skip
_SITE: Final = ("site-packages", "dist-packages", "lib-dynload", "DLLs")


def is_bundled(name: str, origin: str, *, linux: bool) -> bool:
    """Tell whether a library or plugin is bundled: `name` is its place in the program, `origin` where it was found."""
    place = PurePosixPath(name.replace("\\", "/"))
    if place.name.startswith(_DROPPED):
        return False
    if "plugins" in place.parts:
        kind, plugin = place.parts[-2], place.stem.removeprefix("lib")
        return f"{kind}/{plugin}" in PLUGINS
    if not linux or any(part in _SITE for part in PurePosixPath(origin.replace("\\", "/")).parts):
        return True
    return place.name.startswith(LIBRARIES)


def is_shipped(name: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a data file is shipped: of Qt's translations those of the program's languages are, for dialogs."""
    place = PurePosixPath(name.replace("\\", "/"))
    if place.parent.name == "translations" and "Qt" in place.parts:
        return place.stem.removeprefix("qtbase_") in languages
    return not str(place).startswith(_NEVER) and not any(part.endswith(".dist-info") for part in place.parts)
