"""The release: its checksums, its bill of materials, its licences, and one version everywhere."""

import gzip
import json
from hashlib import sha256

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.installers.built import (
    DIST,
    FROZEN,
    ONLY_DEBIAN,
    PROJECT,
    TREE,
    artefact,
    distributions_frozen,
    ran,
    version_frozen,
)
from wizard import APPLICATION, DISTRIBUTION, __version__

NOTICES = FROZEN / "licences"
RUNTIME = (
    "PySide6_Essentials",
    "shiboken6",
    "lxml",
    "cryptography",
    "cffi",
    "PyYAML",
    "signxml",
    "QDarkStyle",
    "certifi",
)


def test_checksums() -> None:
    """SHA256SUMS names every file of the release, each with its checksum."""
    lines = (DIST / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {path.name: sha256(path.read_bytes()).hexdigest() for path in DIST.iterdir() if path.name != "SHA256SUMS"}
    assert told == files
    endings = (".deb", ".rpm", ".tar.xz", ".whl", "sbom.cdx.json", "licences.md")
    assert all(any(name.endswith(ending) for name in files) for ending in endings)


def test_pinned() -> None:
    """Every distribution in the environment that was frozen has the version that is written down."""
    pins = (PROJECT / "installers" / "pins.txt").read_text(encoding="utf-8").lower().replace("_", "-").splitlines()
    found = {(one.metadata["Name"].lower().replace("_", "-"), one.version) for one in distributions_frozen()}
    assert not {f"{name}=={version}" for name, version in found if name != DISTRIBUTION} - set(pins)


def test_bill_keeps_to_the_schema() -> None:
    """The bill of materials is CycloneDX 1.6 by CycloneDX's own schema, and the schema refuses a broken one."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    text = artefact("-sbom.cdx.json").read_text(encoding="utf-8")
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"application"', '"no such type"')) is not None


def test_bill_is_whole() -> None:
    """The bill names every distribution that the program runs with, in its version, and what is inside of those."""
    told = json.loads(artefact("-sbom.cdx.json").read_text(encoding="utf-8"))
    parts = {part["name"]: part for part in told["components"]}
    assert set(RUNTIME) <= parts.keys()
    assert {"CPython", "libxml2", "openssl", "HarfBuzz", "pyinstaller"} <= parts.keys()
    assert told["metadata"]["component"]["version"] == __version__
    assert all(part["version"] and part["licenses"] for part in parts.values())
    for name in RUNTIME:
        assert parts[name]["version"] == version_frozen(name), name


def test_every_library_is_accounted_for() -> None:
    """No library is frozen whose licence nobody has looked at."""
    told = json.loads(artefact("-sbom.cdx.json").read_text(encoding="utf-8"))
    names = {part["name"] for part in told["components"]}
    inner = FROZEN / "_internal"
    of_the_system = {
        path.name for path in inner.iterdir() if ".so" in path.name and path.is_file() and not path.is_symlink()
    }
    assert {name for name in of_the_system if not name.startswith(("libpython", "_cffi"))} <= names


def test_notices() -> None:
    """Every build carries the notices: the words of Qt's licence, how to replace Qt, and where its source is."""
    for folder in (NOTICES, TREE / f"usr/lib/{DISTRIBUTION}/licences"):
        told = (folder / "README.txt").read_text(encoding="utf-8")
        version = version_frozen("PySide6_Essentials")
        for words in (
            "replaced",
            "Lesser General Public",
            f"/{version}/submodules/",
            f"PySide6-{version}-src",
            "three years",
        ):
            assert words in told
        assert "Version 3, 29 June 2007" in (folder / "LGPL-3.0-only.txt").read_text(encoding="utf-8")
        assert (folder / "GPL-3.0-only.txt").is_file()
        named = {path.stem for path in folder.glob("*.txt")}
        assert {"CPython", "lxml", "cryptography", "PyYAML", "PySide6_Essentials--HarfBuzz", "libffi.so.8"} <= named


def test_copyright_file() -> None:
    """Debian's copyright file has a paragraph for everything in the bill."""
    text = (TREE / f"usr/share/doc/{DISTRIBUTION}/copyright").read_text(encoding="utf-8")
    told = json.loads(artefact("-sbom.cdx.json").read_text(encoding="utf-8"))
    for part in told["components"]:
        assert f" {part['name']} {part['version']}." in text
    assert text.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n")


def test_libraries_of_qt_can_be_replaced() -> None:
    """Qt's and PySide6's libraries are files of their own, linked at run time, as the LGPL asks."""
    inner = FROZEN / "_internal"
    for name in ("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/QtWidgets.abi3.so"):
        assert (inner / name).is_file()
    needed = ran("objdump", "-p", inner / "PySide6/QtWidgets.abi3.so")
    assert "libQt6Widgets.so.6" in needed


def test_report() -> None:
    """The licence report names every part of the bill."""
    report = artefact("licences.md").read_text(encoding="utf-8")
    told = json.loads(artefact("-sbom.cdx.json").read_text(encoding="utf-8"))
    assert f"{len(told['components']) + 1} components" in report


def test_one_version(person: dict[str, str]) -> None:
    """Every part of the release bears the version of wizard/__init__.py."""
    assert ran("dpkg-deb", "--field", artefact("_amd64.deb"), "Version").strip() == f"{__version__}-1"
    assert __version__ in ran(FROZEN / DISTRIBUTION, "--version", env=person)
    share = TREE / "usr/share"
    assert f'version="{__version__}"' in (share / f"metainfo/{APPLICATION}.metainfo.xml").read_text(encoding="utf-8")
    packed = ONLY_DEBIAN / f"usr/share/doc/{DISTRIBUTION}/changelog.Debian.gz"
    changes = gzip.decompress(packed.read_bytes()).decode()
    assert changes.startswith(f"{DISTRIBUTION} ({__version__}-1) ")
