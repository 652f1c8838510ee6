"""The installers for Windows, built here around a stub; the workflow builds them around the program."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installers.build import Build
from installers.icons import WINDOWS, write_ico
from installers.windows.files import fragment
from installers.windows.setup import msi, nsis
from tests.installers.built import ran, tool

NAMES = (
    "session-tag-wizard.exe",
    "session-tag-wizard-app.exe",
    "_internal/a.dll",
    "_internal/wizard/b.pyc",
    "licences/c.txt",
)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Give a build into a folder of its own."""
    return Build(tmp_path / "work", tmp_path / "out", 1_800_000_000, "")


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """Give a folder that stands for the frozen program."""
    for name in NAMES:
        path = tmp_path / "payload" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "payload"


def icon(build: Build) -> Path:
    """Return the icon, written."""
    build.out.mkdir(parents=True, exist_ok=True)
    return write_ico(build.work / "icon.ico")


def test_setup_program(build: Build, payload: Path) -> None:
    """NSIS makes a setup program of the script, the same bytes every time."""
    assert tool("makensis")
    first = nsis(build, payload, icon(build)).read_bytes()
    assert first[:2] == b"MZ"
    assert b"Nullsoft" in first
    assert nsis(build, payload, icon(build)).read_bytes() == first


def test_msi(build: Build, payload: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wixl makes an .msi of the source, with every file, the upgrade, the shortcut and the association."""
    assert tool("wixl")
    monkeypatch.setattr("shutil.which", lambda _name: None)
    made = msi(build, payload, icon(build))
    monkeypatch.undo()
    names = ("File", "Upgrade", "Shortcut", "Registry")
    tables = {name: ran(tool("msiinfo"), "export", made, name) for name in names}
    for name in NAMES:
        assert name.rsplit("/", 1)[-1] in tables["File"]
    assert "session-tag-wizard-app.exe" in tables["Shortcut"]
    assert "SessionTagWizard.Plan" in tables["Registry"]
    assert "BB32AFF4-5BBC-53BB-9BA4-9D2E0F3B3DF4" in tables["Upgrade"]


def test_files_keep_their_names(payload: Path) -> None:
    """The fragment lists every file once, with identifiers that do not change from build to build."""
    text = fragment(payload)
    assert text == fragment(payload)
    root = ET.fromstring(text)
    files = [one.get("Name") for one in root.iter() if one.tag.endswith("}File")]
    assert sorted(files) == sorted(name.rsplit("/", 1)[-1] for name in NAMES)


def test_icon(tmp_path: Path) -> None:
    """The icon for Windows holds a picture of each size."""
    data = write_ico(tmp_path / "icon.ico").read_bytes()
    assert int.from_bytes(data[4:6], "little") == len(WINDOWS)
    sizes = [data[6 + 16 * number] or 256 for number in range(len(WINDOWS))]
    assert sizes == list(WINDOWS)


def test_settings_stay() -> None:
    """Neither installer removes a person's settings or plans."""
    folder = Path(__file__).resolve().parent.parent.parent / "installers" / "windows"
    for path in (folder / "session-tag-wizard.nsi", folder / "session-tag-wizard.wxs"):
        text = path.read_text(encoding="utf-8")
        assert "APPDATA\\Session Tag Wizard" not in text
        assert 'RMDir /r "$INSTDIR"' not in text
