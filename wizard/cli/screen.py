"""Tells beforehand what a window would lack: Qt ends the whole process where it finds no screen."""

import os
import sys
from typing import TYPE_CHECKING

from wizard.language import _

if TYPE_CHECKING:
    import ctypes


def missing_for_a_window() -> str | None:
    """Return what this system lacks to open a window, None where nothing is known to be missing."""
    chosen = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform in ("win32", "darwin") or chosen:
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return _("there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)")
    import ctypes  # noqa: PLC0415 - for an X server alone

    try:
        ctypes.CDLL("libxcb-cursor.so.0")
        reachable = _reachable(ctypes.CDLL("libxcb.so.1"))
    except OSError as error:
        return _("a library of the system is missing ({reason}); install libxcb-cursor0").format(reason=error)
    return None if reachable else _("the screen {display} does not answer").format(display=display)


def _reachable(xcb: "ctypes.CDLL") -> bool:
    """Tell whether the X server of DISPLAY answers: https://xcb.freedesktop.org/PublicApi/ ."""
    import ctypes  # noqa: PLC0415 - for an X server alone

    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
