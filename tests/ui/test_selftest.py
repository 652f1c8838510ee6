"""``selftest`` of a whole installation, with Qt."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import qVersion

from wizard.ui.probe import drawn


def test_the_whole_installation_passes() -> None:
    """Qt draws without a screen, in a process of its own; the exit status is 0."""
    ended = subprocess.run(
        [sys.executable, "-m", "wizard", "selftest"],
        cwd=Path(__file__).parents[2],
        env={name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert " draws\n" in ended.stdout
    assert ended.stdout.endswith("\nSession Tag Wizard 0.1.0 is whole.\n")


def test_a_picture_that_is_lost_is_not_drawn() -> None:
    """Without the program's icon the probe says that nothing was drawn."""
    program = "import wizard.ui.probe as probe; probe.resource = lambda *_: 'none.svg'; print(repr(probe.drawn()))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "''\n"
    assert callable(drawn)


def test_the_version_is_that_of_the_running_qt() -> None:
    """Whoever replaced Qt's libraries reads their version, not that of the PySide6 which they were bundled with."""
    program = "import PySide6; PySide6.__version__ = '0'; from wizard.ui.probe import drawn; print(drawn())"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == f"{qVersion()}\n"
