"""Freezes the installed wheel with PyInstaller into one folder, and makes the same bytes every time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from installers.build import PROGRAM, SOURCE, Build, BuildError, run
from installers.frozen.icu import trim_icu
from installers.tidy import everything, settle

SPECIFICATION: Final = SOURCE / "installers" / "frozen" / "session-tag-wizard.spec"
STRIPPED: Final = ("libpython3", "lib-dynload/", "yaml/_yaml", "hazmat/bindings/_rust", "_cffi_backend")
"""Libraries that come with debugging symbols, of which a Python built from source has two thirds of its size."""


def freeze(build: Build, icon: Path | None = None, without: str = "") -> Path:
    """Return the folder of the frozen program; `without` names modules to leave out, which breaks it."""
    target = build.frozen
    shutil.rmtree(target.parent, ignore_errors=True)
    environment = build.environment() | {"STW_WITHOUT": without, "STW_ICON": str(icon or "")}
    environment["PYINSTALLER_CONFIG_DIR"] = str(build.work / "pyinstaller")
    folders = ("--distpath", target.parent, "--workpath", build.work / "pyinstaller")
    build.work.mkdir(parents=True, exist_ok=True)
    environment["STW_PUBLISHED"] = str(_published(build))
    command = (sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR")
    run((*command, *folders, SPECIFICATION), environment, build.work)
    _strip(target, environment)
    trim_icu(build)
    settle(target, build.epoch)
    return target


def _published(build: Build) -> Path:
    """Write whom the program asks for newer versions; nobody, where it is not known where it is published."""
    path = build.work / "published.json"
    feed = f"{build.home}/releases/latest/download/release.json" if build.home else ""
    path.write_text(json.dumps({"feed": feed}) + "\n", encoding="utf-8", newline="\n")
    return path


def prove(program: Path, environment: dict[str, str]) -> str:
    """Run the self-test of a built program and return what it says; BuildError where it finds something missing."""
    ended = subprocess.run(
        [str(program), "selftest"], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    if ended.returncode:
        raise BuildError(f"{program} is not whole:\n{ended.stdout}{ended.stderr}")
    return ended.stdout


def program_in(folder: Path) -> Path:
    """Return the program in a frozen folder."""
    return folder / PROGRAM


def _strip(folder: Path, environment: dict[str, str]) -> None:
    strip = shutil.which("strip")
    if strip is None or not sys.platform.startswith("linux"):
        return
    for path in everything(folder):
        known = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and any(part in known for part in STRIPPED):
            run([strip, "--strip-unneeded", path], environment)


def files_of(folder: Path) -> frozenset[str]:
    """Return the names of the files of a frozen folder, as they stand under its library folder."""
    inner = folder / "_internal"
    return frozenset(path.relative_to(inner).as_posix() for path in everything(inner) if os.path.lexists(path))
