"""The memory of the desktop app with a plan open, against that of a bare window with eight pages.

Both are asked once they have come to rest, for what they hold alone: pages that they share with others, such as Qt's
own code, count for neither, since they are there once for all programs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measures.bare_window import bare_window
from measures.result import Result

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "resources" / "examples" / "team-project.session-tags.yaml"
MOST = 1.5

TOLD = """
def tell():
    size = {name: int(rest.split()[0]) for name, rest in
            (line.split(":", 1) for line in open("/proc/self/smaps_rollup").read().splitlines()[1:])}
    print(size["Rss"], size["Private_Clean"] + size["Private_Dirty"], flush=True)
    os._exit(0)
"""

BARE = bare_window(before=TOLD, after="QTimer.singleShot(1500, tell)")

OURS = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from wizard.ui import boot
{told}
furnish = boot.Boot.furnish

def furnished(started):
    furnish(started)
    QTimer.singleShot(1500, tell)

boot.Boot.furnish = furnished
boot.run(Path({plan!r}), "light")
"""


def _kilobytes(program: str, own: str) -> tuple[int, int]:
    """Return what a program takes up, and what of it it holds alone."""
    environment = {**os.environ, "XDG_CONFIG_HOME": own, "XDG_STATE_HOME": own}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    whole, alone = map(int, done.stdout.split())
    return whole, alone


def memory() -> list[Result]:
    """Return the ratio of the two, on Linux, which tells it."""
    if sys.platform != "linux":
        return []
    with tempfile.TemporaryDirectory() as own:
        bare = _kilobytes(BARE, own)
        ours = _kilobytes(OURS.format(told=TOLD, plan=str(PLAN)), own)
    detail = f"{ours[0] / 1000:.0f} MB to {bare[0] / 1000:.0f} MB"
    return [Result("memory with a plan / a bare window with eight pages", ours[0] / bare[0], MOST, "×", detail)]


MEASURES = (memory,)
