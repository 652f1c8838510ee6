"""Exports again and again, killed at the first call that touches files, at the second, and so on, until one survives.

``python -m tests.bundle.dying TARGET old|nothing one-step|two-steps`` prints what lies at the target after each death.
It is a program of its own since it forks.
"""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

from tests.bundle.sample import FILES, OTHERS
from wizard.bundle import writing
from wizard.bundle.existing import Existing, existing
from wizard.bundle.staging import removed
from wizard.bundle.writing import write_bundle

MOMENTS = {
    "open",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "os.scandir",
    "os.listdir",
    "ctypes.call_function",
    "shutil.rmtree",
}


class Killer:
    """Kills its own process at the call of the given number, counted from 1."""

    def __init__(self) -> None:
        self.left = 0
        sys.addaudithook(self)

    def __call__(self, event: str, _arguments: object) -> None:
        """Take note of what Python is about to do."""
        if self.left and event in MOMENTS:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def exported(target: Path, killer: Killer, call: int) -> bool:
    """Export in a child process that is killed at the call; tell whether it came to its end before."""
    child = os.fork()
    if not child:
        _export(target, killer, call)
    return os.waitpid(child, 0)[1] == 0


def _export(target: Path, killer: Killer, call: int) -> NoReturn:
    killer.left = call
    write_bundle(OTHERS, target)
    killer.left = 0
    os._exit(0)


def state(target: Path) -> str:
    """Tell what lies at the target: nothing, the whole old bundle, the whole new one, or something else."""
    found = existing(target)
    if found is Existing.NOTHING:
        return "nothing"
    if found is not Existing.UNCHANGED_BUNDLE:
        return "broken"
    readme = Path(target, "README.md").read_text() if target.is_dir() else ZipFile(target).read("README.md").decode()
    return readme.removeprefix("# ").strip()


def main(target: Path, before: str, steps: str) -> None:
    """Print one line for each death: what is at the target, and what else lies beside it after the next export."""
    if steps == "two-steps":
        writing.swapped = lambda _first, _second: False
    killer = Killer()
    for call in range(1, 1000):
        removed(target)
        if before == "old":
            write_bundle(FILES, target)
        survived = exported(target, killer, call)
        print(state(target))
        write_bundle(FILES, target)
        assert state(target) == "old"
        if survived:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
