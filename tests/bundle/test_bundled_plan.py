"""The plan in a bundle: folder, zip, or the plan.yaml in the folder; and whether the bundle is still what it was."""

import zipfile
from pathlib import Path

import pytest

from tests import named
from wizard.bundle.bundled_plan import plan_or_bundled
from wizard.bundle.registry import bundle_files
from wizard.bundle.writing import write_bundle
from wizard.plan.error import PlanError
from wizard.plan.writer import write_plan

PLAN = named.plan("team-project")


def bundle(target: Path, *only: str) -> Path:
    """Write the bundle of the plan."""
    return write_bundle(bundle_files(PLAN, only=only), target).target


@pytest.mark.parametrize("name", ["bundle", "bundle.zip"])
def test_a_bundle_gives_its_plan(tmp_path: Path, name: str) -> None:
    """A folder and a zip hold the plan that they were made from, and nobody has changed them."""
    found = plan_or_bundled(bundle(tmp_path / name))
    assert (found.plan, found.bundle, found.changed) == (PLAN, tmp_path / name, False)


def test_the_plan_in_a_bundles_folder_stands_for_the_bundle(tmp_path: Path) -> None:
    """Who picks a file picks plan.yaml, and hears of the bundle around it."""
    folder = bundle(tmp_path / "bundle")
    (folder / "README.md").write_text("mine")
    found = plan_or_bundled(folder / "plan.yaml")
    assert (found.plan, found.bundle, found.changed) == (PLAN, folder, True)


def test_a_zip_that_was_packed_anew_is_changed(tmp_path: Path) -> None:
    """A file more than the manifest names is a change, and the plan is read all the same."""
    path = bundle(tmp_path / "bundle.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("notes.txt", "mine")
    found = plan_or_bundled(path)
    assert (found.plan, found.changed) == (PLAN, True)


def test_a_plan_file_is_no_bundle(tmp_path: Path) -> None:
    """A plan file is read as it is."""
    path = tmp_path / "team.session-tags.yaml"
    write_plan(PLAN, path)
    assert plan_or_bundled(path).bundle is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty", "This folder is no bundle"),
        ("part", "This bundle holds no plan.yaml"),
        ("part.zip", "This bundle holds no plan.yaml"),
        ("broken.zip", "This zip cannot be read"),
        ("absent", "There is no such file"),
        ("nul\0", "This is no name of a file"),
    ],
)
def test_what_holds_no_plan_says_why(tmp_path: Path, name: str, said: str) -> None:
    """The error names the file, and what it lacks."""
    (tmp_path / "empty").mkdir()
    for target in ("part", "part.zip"):
        bundle(tmp_path / target, "saml")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(PlanError) as caught:
        plan_or_bundled(tmp_path / name)
    assert caught.value.source == str(tmp_path / name)
    assert said in caught.value.problems[0].message
