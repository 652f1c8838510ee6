"""What the app bundle for macOS is made with; the workflow makes it on macOS."""

import plistlib
import subprocess
from pathlib import Path

from installers.icons import MACOS, write_icns
from installers.macos.bundle import information
from wizard import __version__

FOLDER = Path(__file__).resolve().parent.parent.parent / "installers" / "macos"


def test_information() -> None:
    """The bundle says its version and name, and that plans are its own files; Info.plist can hold all of it."""
    told = information()
    assert told["version"] == __version__
    plist = plistlib.loads(plistlib.dumps(told["info_plist"]))
    (kind,) = plist["CFBundleDocumentTypes"]
    (declared,) = plist["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["session-tags.yaml"]


def test_entitlements() -> None:
    """The hardened runtime has one exception: libraries that are signed by somebody else."""
    with (FOLDER / "entitlements.plist").open("rb") as file:
        assert plistlib.load(file) == {"com.apple.security.cs.disable-library-validation": True}


def test_scripts() -> None:
    """Every script is one that a shell can read."""
    for path in FOLDER.glob("*.sh"):
        subprocess.run(["sh", "-n", path], check=True)


def test_icon(tmp_path: Path) -> None:
    """The icon for macOS says its own length, and holds a picture of each size."""
    data = write_icns(tmp_path / "icon.icns").read_bytes()
    assert data[:4] == b"icns"
    assert int.from_bytes(data[4:8], "big") == len(data)
    assert all(name in data for _size, name in MACOS)
