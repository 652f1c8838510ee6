"""Makes the setup program and the .msi from a folder: the frozen program on Windows, a stub in this project's tests."""

import os
import shutil
from pathlib import Path
from typing import Final

from installers.build import SOURCE, Build, BuildError, run
from installers.icons import write_ico
from installers.windows.files import fragment
from wizard import DISTRIBUTION

SCRIPT: Final = SOURCE / "installers" / "windows" / "session-tag-wizard.nsi"
WIX: Final = SOURCE / "installers" / "windows" / "session-tag-wizard.wxs"


def setup(build: Build, payload: Path) -> tuple[Path, ...]:
    """Return the installers that could be built: the tools of either may be missing, but not of both."""
    build.out.mkdir(parents=True, exist_ok=True)
    icon = write_ico(build.work / f"{DISTRIBUTION}.ico")
    made = [make(build, payload, icon) for tool, make in (("makensis", nsis), ("candle", msi)) if shutil.which(tool)]
    if not made:
        raise BuildError("neither makensis nor WiX's candle is installed")
    return tuple(made)


def nsis(build: Build, payload: Path, icon: Path) -> Path:
    """Make the setup program."""
    target = build.out / f"{DISTRIBUTION}-{build.version}-setup.exe"
    blanks = {"VERSION": build.version, "PAYLOAD": payload, "OUT": target, "ICON": icon}
    run(["makensis", "-V2", *(f"-D{name}={value}" for name, value in blanks.items()), SCRIPT], build.environment())
    return target


def msi(build: Build, payload: Path, icon: Path) -> Path:
    """Make the .msi, with WiX where it is installed, else with wixl."""
    target = build.out / f"{DISTRIBUTION}-{build.version}.msi"
    files = build.work / "windows" / "files.wxs"
    files.parent.mkdir(parents=True, exist_ok=True)
    files.write_text(fragment(payload), encoding="utf-8")
    blanks = {"Version": build.version, "Icon": os.path.relpath(icon, payload)}  # wixl knows no absolute paths
    if not shutil.which("candle"):
        defined = [part for name, value in blanks.items() for part in ("-D", f"{name}={value}")]
        run(["wixl", "--arch", "x64", *defined, "--output", target, WIX, files], build.environment(), payload)
        return target
    defined = [f"-d{name}={value}" for name, value in blanks.items()]
    objects = [files.with_name(f"{source.stem}.wixobj") for source in (WIX, files)]
    run(
        ["candle", "-nologo", "-arch", "x64", *defined, "-out", f"{files.parent}\\", WIX, files],
        build.environment(),
        payload,
    )
    run(["light", "-nologo", "-b", payload, "-out", target, *objects], build.environment(), payload)
    return target
