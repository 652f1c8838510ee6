"""What every part of a build has to agree on: the version, the time that all files bear, the folders, how to run."""

import lzma
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from wizard import DISTRIBUTION, __version__

SOURCE: Final = Path(__file__).resolve().parent.parent
EXAMPLE: Final = SOURCE / "resources" / "examples" / "team-project.session-tags.yaml"
PROGRAM: Final = DISTRIBUTION + (".exe" if os.name == "nt" else "")


class BuildError(Exception):
    """A part cannot be built; the text says which, and why."""


class Build(NamedTuple):
    """One build.

    Attributes:
        work: where parts are made; out: where what people install is put.
        epoch: the time of every file, in seconds since 1970: that of the last commit, so that two builds are one.
        quick: whether to pack loosely, which takes a tenth of the time.
        home: where the program is published, such as ``https://github.com/OWNER/session-tag-wizard``; empty where
            nobody has said.
    """

    work: Path
    out: Path
    epoch: int
    home: str
    version: str = __version__
    quick: bool = False

    @property
    def frozen(self) -> Path:
        """Return the folder of the frozen program."""
        return self.work / "frozen" / DISTRIBUTION

    @property
    def system(self) -> str:
        """Return the system as file names call it."""
        return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")

    @property
    def machine(self) -> str:
        """Return the processor as file names call it."""
        return platform.machine().lower()

    @property
    def xz(self) -> list[dict[str, int]]:
        """Return the steps of xz, of which the first makes machine code alike: a sixteenth less, where there is any."""
        code = [{"id": lzma.FILTER_X86}] if self.machine in ("x86_64", "amd64") else []
        return [*code, {"id": lzma.FILTER_LZMA2, "preset": 0 if self.quick else 6}]

    def environment(self) -> dict[str, str]:
        """Return the environment in which a tool gives the same bytes on every machine."""
        fixed = {"SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        dropped = ("LANGUAGE", "PYTHONPATH")
        return {name: value for name, value in os.environ.items() if name not in dropped} | fixed


def run(command: Sequence[str | Path], environment: Mapping[str, str], folder: Path | None = None) -> str:
    """Run a tool to its end and return what it prints; BuildError with the end of its words where it fails."""
    try:
        ended = subprocess.run(
            [str(part) for part in command],
            env=dict(environment),
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise BuildError(f"{command[0]} cannot be started: {error}") from error
    if ended.returncode:
        raise BuildError(
            f"{Path(command[0]).name} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}"[-4000:]
        )
    return ended.stdout


def last_commit() -> int:
    """Return the time of the last commit; of a source archive, the time of its project file."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    if asked:
        return int(asked)
    try:
        return int(run(["git", "-C", SOURCE, "log", "-1", "--format=%ct"], os.environ))
    except (BuildError, ValueError):
        return int((SOURCE / "pyproject.toml").stat().st_mtime)
