"""The .deb on a system: installed by apt, used, upgraded over an older version, removed without a trace."""

import os
import shutil
from pathlib import Path

import pytest

from tests.installers.built import EXAMPLE, ONLY_DEBIAN, SOURCE_PROGRAM, TREE, artefact, bundle_of, ran
from tests.installers.window import likeness, photographed
from wizard import APPLICATION, DISTRIBUTION, __version__
from wizard.ui.settings import Settings

OLDER = "0.0.9"
INSTALLED = Path("/usr/bin", DISTRIBUTION)
SYSTEM = (Path("/usr"), Path("/etc"), Path("/opt"), Path("/var/lib/dpkg/info"))
CACHES = (Path("/usr/share/mime/globs2"), Path("/usr/share/applications/mimeinfo.cache"))
HURRIED = ("-oDPkg::Lock::Timeout=120", "-oDpkg::Options::=--force-unsafe-io")  # nobody cuts the power in between
APT = ("apt-get", "install", "--yes", "--no-install-recommends", *HURRIED)

pytestmark = [
    pytest.mark.skipif(
        os.geteuid() != 0 and "CI" not in os.environ, reason="only root may install by apt; in CI it has to"
    ),
    pytest.mark.xdist_group("apt"),
    pytest.mark.timeout(600),
]


def traces() -> set[str]:
    """Return everything on the system that bears the program's name."""
    marks = (DISTRIBUTION, APPLICATION)
    found = {
        str(Path(folder, name))
        for root in SYSTEM
        for folder, folders, names in os.walk(root)
        for name in (*folders, *names)
        if any(mark in name for mark in marks)
    }
    return found | {str(path) for path in CACHES if path.exists() and APPLICATION in path.read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package of an older version."""
    folder = tmp_path_factory.mktemp("older")
    ran("dpkg-deb", "--raw-extract", artefact("_amd64.deb"), folder / "tree")
    control = folder / "tree" / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8").replace(f"Version: {__version__}-1", f"Version: {OLDER}-1")
    control.write_text(text, encoding="utf-8")
    ran("dpkg-deb", "--build", "-Znone", folder / "tree", folder / "older.deb")
    shutil.rmtree(folder / "tree")
    return folder / "older.deb"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a home in which the dark theme was chosen."""
    home = tmp_path_factory.mktemp("home")
    kept = Settings(home / ".config" / DISTRIBUTION)
    kept.put("theme", "dark")
    kept.write()
    return home


def version_installed() -> str:
    """Return the version that dpkg knows."""
    return ran("dpkg-query", "--show", "--showformat", "${Version}", DISTRIBUTION)


def test_life(older: Path, settings: Path, person: dict[str, str], tmp_path: Path) -> None:
    """Upgraded over an older version it keeps the settings, works and looks as from source, and leaves no trace."""
    assert not traces(), f"{DISTRIBUTION} is installed already; remove it first"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    person = {**person, "HOME": str(settings)}
    remembered = (settings / ".config" / DISTRIBUTION / "window.ini").read_bytes()
    try:
        ran(*APT, older, env=quiet)
        assert version_installed() == f"{OLDER}-1"
        ran(*APT, artefact("_amd64.deb"), env=quiet)
        assert version_installed() == f"{__version__}-1"
        _works(person, tmp_path)
        assert (settings / ".config" / DISTRIBUTION / "window.ini").read_bytes() == remembered
        _looks_as_from_source(person, tmp_path)
    finally:
        ran("apt-get", "remove", "--yes", *HURRIED, DISTRIBUTION, env=quiet)
    assert not traces()
    assert (settings / ".config" / DISTRIBUTION / "window.ini").is_file()


def _works(person: dict[str, str], folder: Path) -> None:
    assert "is whole" in ran(INSTALLED, "selftest", env=person)
    assert f"Session Tag Wizard {__version__}" in ran(INSTALLED, "--version", env=person)
    assert bundle_of(INSTALLED, folder / "installed", person) == bundle_of(SOURCE_PROGRAM, folder / "source", person)
    listed = ran("dpkg", "--listfiles", DISTRIBUTION).split()
    for tree in (TREE, ONLY_DEBIAN):
        assert {f"/{path.relative_to(tree).as_posix()}" for path in tree.rglob("*")} <= set(listed)
    strange = ran(
        "dpkg", "--verify", DISTRIBUTION
    ).splitlines()  # a container may keep documents out: those are missing
    assert all(line.startswith("missing") and "/usr/share/" in line for line in strange), strange


def _looks_as_from_source(person: dict[str, str], folder: Path) -> None:
    """Look at the window: opened on a plan, in the theme that the settings ask for, it is the one from source."""
    installed = photographed([INSTALLED, EXAMPLE], folder / "window", person)
    source = photographed([SOURCE_PROGRAM, EXAMPLE], folder / "window-from-source", person)
    assert likeness(installed, source) > 0.99
    dark = sum(installed.pixelColor(x, y).lightness() < 90 for x in range(0, 1600, 40) for y in range(0, 1000, 40))
    assert dark > 500
