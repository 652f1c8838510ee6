"""The Flatpak's manifest: it names what the tree holds, and grants no more than the program needs."""

from pathlib import Path

import yaml

from tests.installers.built import TREE, ran, tool
from wizard import APPLICATION, DISTRIBUTION

MANIFEST = Path(__file__).resolve().parent.parent.parent / "installers" / "linux" / "flatpak.yaml"


def test_manifest() -> None:
    """It bears the program's name, builds from the tree of the other packages, and grants no network."""
    told = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert (told["id"], told["command"]) == (APPLICATION, DISTRIBUTION)
    (module,) = told["modules"]
    (source,) = module["sources"]
    assert (MANIFEST.parent / source["path"]).resolve() == TREE.resolve()
    assert not any("network" in grant or grant == "--filesystem=home" for grant in told["finish-args"])


def test_commands(tmp_path: Path) -> None:
    """Its build commands make what the Flatpak's folder has to hold, and end with the self-test."""
    (module,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["modules"]
    target = tmp_path / "app"
    for command in module["build-commands"]:
        ran("sh", "-euc", f"cd '{TREE}'; FLATPAK_DEST='{target}'; {command}")
    for name in (f"applications/{APPLICATION}.desktop", f"metainfo/{APPLICATION}.metainfo.xml"):
        assert (target / "share" / name).is_file()
    assert (target / "share/icons/hicolor/scalable/apps" / f"{APPLICATION}.svg").is_file()


def test_builder_reads_it(tmp_path: Path) -> None:
    """flatpak-builder takes the manifest; it leaves a folder in the one that it is called in."""
    assert APPLICATION in ran(tool("flatpak-builder"), "--show-manifest", MANIFEST, folder=tmp_path)
