"""A real window on the screen, photographed; ``python -m tests.installers.window FILE`` photographs the screen."""

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

SETTLED = 0.5
PATIENCE = 40.0


def main(target: str) -> int:
    """Write what the screen shows to a file."""
    application = QGuiApplication(sys.argv[:1])
    picture = application.primaryScreen().grabWindow(0)
    return 0 if picture.save(target, "PNG") else 1


def photographed(command: list[str | Path], folder: Path, env: Mapping[str, str]) -> QImage:
    """Start a program with a window, and return what the screen shows once it no longer changes."""
    folder.mkdir(parents=True, exist_ok=True)
    empty = _screen(folder / "empty.png", env)
    with subprocess.Popen(command, env=dict(env), stderr=subprocess.PIPE, text=True) as program:
        try:
            picture = _settled(program, folder / "screen.png", env, empty)
        finally:
            program.terminate()
    return picture


def _settled(program: subprocess.Popen[str], path: Path, env: Mapping[str, str], empty: QImage) -> QImage:
    ends = time.monotonic() + PATIENCE
    before = empty
    while time.monotonic() < ends:
        time.sleep(SETTLED)
        assert program.poll() is None, program.stderr.read() if program.stderr else ""
        now = _screen(path, env)
        if now == before and likeness(now, empty) < 0.8:
            return now
        before = now
    raise AssertionError(f"no window came to rest; {path} shows the screen")


def _screen(path: Path, env: Mapping[str, str]) -> QImage:
    plain = {**env, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([sys.executable, "-m", __name__, path], env=plain, check=True, cwd=Path(__file__).parents[2])
    return QImage(str(path))


def likeness(one: QImage, other: QImage) -> float:
    """Return the part of the pixels that are the same in two pictures of one size."""
    one, other = (picture.convertToFormat(QImage.Format.Format_RGB32) for picture in (one, other))
    assert one.size() == other.size()
    first, second = (memoryview(picture.constBits()).cast("I") for picture in (one, other))
    return sum(a == b for a, b in zip(first, second, strict=True)) / len(first)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
