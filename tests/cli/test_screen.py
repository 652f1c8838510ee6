"""Before a window is opened, what it would lack is told: Qt would end the process."""

import ctypes
from types import SimpleNamespace
from typing import Any

import pytest

from wizard.cli import screen
from wizard.cli.screen import missing_for_a_window


@pytest.fixture
def x11(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand for a Linux with an X server that answers; return the libraries that are loaded."""
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":5")
    monkeypatch.setattr(screen.sys, "platform", "linux")
    loaded: list[str] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda name: loaded.append(name) or libxcb(failed=0))
    return loaded


def libxcb(*, failed: int) -> Any:
    """Return what stands for the library of X: a connection, and whether it failed."""

    class Call:
        """A function of the library."""

        def __init__(self, answer: object) -> None:
            self.answer = answer

        def __call__(self, *_arguments: object) -> object:
            """Answer."""
            return self.answer

    return SimpleNamespace(xcb_connect=Call(4711), xcb_connection_has_error=Call(failed), xcb_disconnect=Call(None))


def test_a_screen_that_answers_lacks_nothing(x11: list[str]) -> None:
    """Both libraries are there, and the server takes the connection."""
    assert missing_for_a_window() is None
    assert x11 == ["libxcb-cursor.so.0", "libxcb.so.1"]


def test_a_screen_that_does_not_answer(x11: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection fails, as for a wrong DISPLAY or a missing permission."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: libxcb(failed=1))
    assert missing_for_a_window() == "the screen :5 does not answer"


def test_a_library_that_is_missing(x11: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt needs it from 6.5 on, and many systems come without it."""

    def missing(name: str) -> ctypes.CDLL:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    told = missing_for_a_window()
    assert told is not None
    assert "libxcb-cursor.so.0: cannot open shared object file" in told
    assert "install libxcb-cursor0" in told


def test_no_screen(x11: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither X11 nor Wayland."""
    monkeypatch.delenv("DISPLAY")
    assert missing_for_a_window() == "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    assert x11 == []


@pytest.mark.parametrize(
    ("name", "value"), [("QT_QPA_PLATFORM", "offscreen"), ("WAYLAND_DISPLAY", "wayland-0"), ("platform", "darwin")]
)
def test_what_is_no_x11_is_left_to_qt(x11: list[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Wayland, a platform that was chosen, macOS and Windows are not asked beforehand."""
    monkeypatch.delenv("DISPLAY")
    if name == "platform":
        monkeypatch.setattr(screen.sys, "platform", value)
    else:
        monkeypatch.setenv(name, value)
    assert missing_for_a_window() is None
    assert x11 == []
