"""The bundles of the named plans, byte for byte as last looked at; ``pytest --update-snapshots`` takes them anew."""

import shutil
from pathlib import Path

import pytest

from tests import named
from wizard.bundle.registry import bundle_files

FOLDER = Path(__file__).parents[1] / "snapshots"
BY_HASH = {"largest": "manifest.json", "fifty-tags": "manifest.json"}
"""Plans whose bundle is too large to be read by people: the manifest holds the hashes of all its files."""


def rendered(name: str) -> dict[str, str]:
    """Return what the snapshot of a named plan is to hold; the manifest only where it stands for the rest."""
    files = {file.path: file.text for file in bundle_files(named.plan(name))}
    only = BY_HASH.get(name)
    if only:
        return {only: files[only]}
    del files["manifest.json"]
    return files


def taken(folder: Path) -> dict[str, str]:
    """Return what a snapshot holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_the_bundle_is_as_it_was_last_looked_at(name: str, request: pytest.FixtureRequest) -> None:
    """A change of any exported byte shows here, file by file."""
    files = rendered(name)
    if request.config.getoption("--update-snapshots"):
        shutil.rmtree(FOLDER / name, ignore_errors=True)
        for path, text in files.items():
            (FOLDER / name / path).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name / path).write_bytes(text.encode())
    known = taken(FOLDER / name)
    assert sorted(known) == sorted(files)
    for path, text in files.items():
        assert known[path] == text, f"{name}/{path}"


def test_no_snapshot_is_left_of_a_plan_that_is_gone() -> None:
    """Each folder belongs to a named plan."""
    assert {path.name for path in FOLDER.iterdir()} == set(named.PLANS)
