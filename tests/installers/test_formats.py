"""Each format, judged by the tools of those who receive it."""

import gzip
import platform
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installers.build import Build
from installers.icons import SIZES
from installers.linux.needs import DEBIAN, Needs, needs
from installers.linux.tree import metainfo
from tests.installers.built import (
    DIST,
    FROZEN,
    ONLY_DEBIAN,
    ONLY_OTHERS,
    PROJECT,
    TREE,
    WORK,
    artefact,
    at_home,
    ended,
    ran,
    tool,
)
from wizard import APPLICATION, DISTRIBUTION, __version__
from wizard.cli.registry import command_names

SHARE = TREE / "usr/share"
HOME = "https://git.example/session-tag-wizard"
DEBIAN_12 = (2, 36)


def test_lintian() -> None:
    """Lintian finds no error in the .deb that is not meant, and says why each of those is meant."""
    options = ["--allow-root", "--fail-on", "error", "--suppress-tags", "bad-distribution-in-changes-file"]
    subprocess.run([tool("lintian"), *options, artefact("_amd64.deb")], check=True, capture_output=True)
    for line in (PROJECT / "installers/linux/lintian-overrides").read_text(encoding="utf-8").splitlines():
        assert line.startswith(("# ", f"{DISTRIBUTION}: "))


def test_desktop_entry() -> None:
    """The desktop entry is clean, starts the command with a file, and takes plans."""
    entry = SHARE / "applications" / f"{APPLICATION}.desktop"
    assert ran(tool("desktop-file-validate"), entry) == ""
    text = entry.read_text(encoding="utf-8")
    assert f"Exec={DISTRIBUTION} %f\n" in text
    assert "MimeType=application/x-session-tags;\n" in text


@pytest.mark.parametrize("home", ["", HOME])
def test_metadata(home: str, tmp_path: Path) -> None:
    """The AppStream metadata is clean, but for the address of the program where that is not known."""
    path = tmp_path / f"{APPLICATION}.metainfo.xml"
    path.write_text(metainfo(Build(WORK, DIST, 1_800_000_000, home)), encoding="utf-8")
    said = ended(tool("appstreamcli"), "validate", "--no-net", "--pedantic", path).stdout
    faults = [line for line in said.splitlines() if line.startswith(("E:", "W:"))]
    assert [line for line in faults if home or "url-homepage-missing" not in line] == []
    assert "successful" in said or faults


def test_screenshots() -> None:
    """The metadata shows the project's own pictures, under the release's tag where the program is published."""
    root = ET.fromstring(metainfo(Build(WORK, DIST, 1_800_000_000, HOME)))
    shown = [image.text or "" for image in root.iter("image")]
    assert len(shown) == 2
    for address in shown:
        assert address.startswith(f"{HOME}/raw/v{__version__}/")
        assert (PROJECT / address.removeprefix(f"{HOME}/raw/v{__version__}/")).is_file()


def test_file_association(tmp_path: Path) -> None:
    """A plan's name leads to the program: its MIME type by the pattern, the entry by the MIME type."""
    share = tmp_path / "share"
    shutil.copytree(SHARE / "mime", share / "mime")
    shutil.copytree(SHARE / "applications", share / "applications")
    ran(tool("update-mime-database"), share / "mime")
    ran(tool("update-desktop-database"), share / "applications")
    patterns = (share / "mime/globs2").read_text(encoding="utf-8")
    assert "60:application/x-session-tags:*.session-tags.yaml\n" in patterns
    entries = (share / "applications/mimeinfo.cache").read_text(encoding="utf-8")
    assert f"application/x-session-tags={APPLICATION}.desktop;" in entries


def test_icons() -> None:
    """The icon is there in every size, as its folder says, and as the drawing."""
    for size in SIZES:
        data = (SHARE / f"icons/hicolor/{size}x{size}/apps/{APPLICATION}.png").read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (size, size)
    assert (SHARE / f"icons/hicolor/scalable/apps/{APPLICATION}.svg").is_file()


def test_manual() -> None:
    """The manual page is without a warning of man's, and tells of every command."""
    page = SHARE / f"man/man1/{DISTRIBUTION}.1.gz"
    text = gzip.decompress(page.read_bytes()).decode()
    said = ran(tool("man"), "--warnings", "--local-file", page, env=at_home(Path("/nonexistent"), MANWIDTH="200"))
    assert "warning" not in said
    for name in command_names():
        assert f'.SS "session\\-tag\\-wizard {name}' in text
    assert __version__ in text


def test_completions(person: dict[str, str]) -> None:
    """The completions are those that the program prints, where each shell looks for them."""
    places = {
        "bash": f"bash-completion/completions/{DISTRIBUTION}",
        "fish": f"fish/vendor_completions.d/{DISTRIBUTION}.fish",
    }
    for shell, place in places.items():
        printed = ran(FROZEN / DISTRIBUTION, "completion", shell, env=person)
        assert (SHARE / place).read_text(encoding="utf-8") == printed
    zsh = ran(FROZEN / DISTRIBUTION, "completion", "zsh", env=person)
    for folder, place in ((ONLY_DEBIAN, "vendor-completions"), (ONLY_OTHERS, "site-functions")):
        assert (folder / "usr/share/zsh" / place / f"_{DISTRIBUTION}").read_text(encoding="utf-8") == zsh


@pytest.fixture(scope="module")
def asked() -> Needs:
    """Give what the frozen program asks of its system."""
    return needs(Build(WORK, DIST, 0, ""), FROZEN)


def test_c_library(asked: Needs) -> None:
    """Built on Debian 12 it runs there and on all later systems; built on a later one it runs there."""
    here = tuple(map(int, platform.libc_ver()[1].split(".")))
    assert tuple(map(int, asked.glibc.split("."))) <= max(DEBIAN_12, here)
    assert f"libc6 (>= {asked.glibc})" in asked.debian()


def test_dependencies(asked: Needs) -> None:
    """Every library that the build asks the system for comes with a package that the .deb depends on."""
    depends = ran("dpkg-deb", "--field", artefact("_amd64.deb"), "Depends")
    for library in asked.libraries:
        assert DEBIAN[library] in depends
        owners = ended("dpkg-query", "--search", f"*/{library}").stdout
        if owners:
            owner = owners.split(":", 1)[0]
            assert owner in DEBIAN[library].split(" | "), (library, owner)


def test_rpm() -> None:
    """The .rpm's digests hold, rpmlint finds no unmeant error; it holds what the .deb holds, save Debian's own."""
    package = artefact(".rpm")
    assert "digests OK" in ran(tool("rpm"), "--checksig", package)
    listed = set(ran("rpm", "--query", "--package", "--list", package).split("\n"))
    shared, others, debian = (_files(folder) for folder in (TREE, ONLY_OTHERS, ONLY_DEBIAN))
    assert shared | others <= listed
    assert not debian & listed
    filters = PROJECT / "installers/linux/rpmlint.toml"
    said = ended(tool("rpmlint"), "--config", filters, package).stdout
    assert not re.findall(r"^\S+: E: .*$", said, re.MULTILINE), said


def _files(folder: Path) -> set[str]:
    return {f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if not path.is_dir()}


def test_archive(tmp_path: Path, person: dict[str, str]) -> None:
    """The archive names nobody, is sorted, and its folder runs from wherever it is unpacked, as an AppDir, too."""
    path = artefact(".tar.xz")
    place = tmp_path / "a folder, ünpacked"
    with tarfile.open(path) as tar:
        members = tar.getmembers()
        tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 knows none, and asks for none
        tar.extractall(place)
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
    assert len({member.mtime for member in members}) == 1
    (folder,) = place.iterdir()
    assert "is whole" in ran(folder / DISTRIBUTION, "selftest", env=person)
    assert "is whole" in ran(folder / "AppRun", "selftest", env=person)
    top = {one.name for one in folder.iterdir()}
    assert {f"{APPLICATION}.desktop", f"{APPLICATION}.png", ".DirIcon", "README.txt"} <= top
