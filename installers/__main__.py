"""``python -m installers``: builds everything that can be built on this system, proves it, and writes checksums."""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installers.build import SOURCE, Build, BuildError, last_commit
from installers.checksums import write_checksums
from installers.frozen.freeze import freeze, program_in, prove
from installers.icons import write_icns, write_ico
from installers.licences.report import report
from installers.licences.sbom import bill
from installers.licences.texts import write_notices
from installers.linux.archive import app_folder, archive
from installers.linux.needs import needs
from installers.linux.packages import package
from installers.linux.tree import plant
from installers.macos.image import image
from installers.tidy import settle
from installers.windows.setup import setup
from wizard import DISTRIBUTION


def main() -> int:
    """Build; return 1 where a part cannot be built, having said which and why."""
    parser = argparse.ArgumentParser(prog="python -m installers", description=__doc__)
    parser.add_argument("--out", type=Path, default=SOURCE / "dist", help="where the installers are put")
    parser.add_argument("--work", type=Path, default=SOURCE / "build" / "installers", help="where parts are made")
    parser.add_argument(
        "--wheel", type=Path, required=True, help="the wheel that is installed here, to be put beside them"
    )
    parser.add_argument("--quick", action="store_true", help="pack loosely, to try something")
    asked = parser.parse_args()
    home = os.environ.get("STW_HOME", "").rstrip("/")
    build = Build(asked.work.resolve(), asked.out.resolve(), last_commit(), home, quick=asked.quick)
    try:
        _build(build, asked.wheel)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _build(build: Build, wheel: Path) -> None:
    shutil.rmtree(build.out, ignore_errors=True)
    build.out.mkdir(parents=True)
    _told("the frozen program", lambda: _frozen(build))
    _told("its self-test", lambda: prove(program_in(build.frozen), build.environment()))
    shutil.copy(wheel, build.out)
    stem = f"{DISTRIBUTION}-{build.version}-{build.system}-{build.machine}"  # a release holds those of every system
    for name, text in (("sbom.cdx.json", bill(build)), ("licences.md", report(build))):
        (build.out / f"{stem}-{name}").write_text(text, encoding="utf-8", newline="\n")
    _platform(build)
    settle(build.out, build.epoch)
    print(write_checksums(build.out).read_text(encoding="utf-8"), end="")


def _frozen(build: Build) -> None:
    icons = {"win32": (".ico", write_ico), "darwin": (".icns", write_icns)}
    ending, write = icons.get(sys.platform, ("", None))
    freeze(build, write(build.work / f"{DISTRIBUTION}{ending}") if write else None)
    write_notices(build)
    settle(build.frozen, build.epoch)


def _platform(build: Build) -> None:
    """Make this system's packages."""
    if sys.platform.startswith("linux"):
        _linux(build)
    elif sys.platform == "win32":
        _told("the installers", lambda: setup(build, build.frozen))
    else:
        _told("the disk image", lambda: image(build))


def _linux(build: Build) -> None:
    """Make the packages for Linux, side by side, since they compress for long."""
    tree = plant(build)
    folder = app_folder(build, tree)
    asked = needs(build, build.frozen)
    works: tuple[tuple[str, Callable[[], object]], ...] = (
        ("the .deb", lambda: package(build, tree, asked, "deb")),
        ("the .tar.xz", lambda: archive(build, folder)),
        ("the .rpm", lambda: package(build, tree, asked, "rpm")),
    )
    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in [pool.submit(_told, name, work) for name, work in works]:
            done.result()


def _told(what: str, work: Callable[[], object]) -> None:
    began = time.monotonic()
    work()
    print(f"built {what} in {time.monotonic() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
