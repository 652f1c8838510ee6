"""The workflows: every action pinned, no more rights than needed, no secret in the tree."""

import re
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/]|AKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}"
    r"|MII[A-Za-z0-9+/]{200,}"
)


def test_each_system_has_one() -> None:
    """There is a workflow for each system, one for tests, and one for a release."""
    assert {path.stem for path in WORKFLOWS} == {"linux", "macos", "release", "test", "windows"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned(path: Path) -> None:
    """Every action is named by the commit that was looked at, with the version that it was."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line and "./.github/" not in line:
            assert re.search(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights(path: Path) -> None:
    """A workflow may read; the one job that publishes may write."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told["permissions"] == {"contents": "read"}
    writing = [name for name, job in told["jobs"].items() if "permissions" in job]
    assert writing == (["release"] if path.stem == "release" else [])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_commands_exist(path: Path) -> None:
    """What a workflow runs of this project is there."""
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"(?:installers|\.ci|\.github/workflows)/[\w./-]+", text):
        assert (PROJECT / name).exists() or name.startswith("installers/checksums"), name
    targets = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"run: make ([\w-]+)", text):
        assert re.search(rf"^{target}:", targets, re.MULTILINE), target


def test_no_secret() -> None:
    """No key, token or certificate lies among what builds the installers."""
    for folder in (PROJECT / "installers", PROJECT / ".github"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                assert not SECRET.search(path.read_text(encoding="utf-8")), path
