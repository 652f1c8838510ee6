"""Where plans were exported, remembered from one start to the next."""

from pathlib import Path

import pytest

from wizard.app.exports import LastExports
from wizard.app.session import Session
from wizard.plan.model import Plan


def session_of(file: Path, plan: Path) -> Session:
    """Return a session that is followed, with the plan of a file open."""
    session = Session()
    LastExports(file, session)
    session.begin(Plan(), plan)
    return session


def test_a_plan_that_is_opened_again_knows_its_last_export(tmp_path: Path) -> None:
    """Another start of the program finds it; another plan has none."""
    file, plan = tmp_path / "state" / "exports.json", tmp_path / "a.yaml"
    session_of(file, plan).bundled(Plan(), tmp_path / "bundle")
    assert session_of(file, plan).exported == tmp_path / "bundle"
    assert session_of(file, tmp_path / "b.yaml").exported is None


def test_a_plan_saved_after_its_export_is_noted_then(tmp_path: Path) -> None:
    """What had no file when it was exported has its place once it has one."""
    file, plan = tmp_path / "exports.json", tmp_path / "a.yaml"
    session = Session()
    LastExports(file, session)
    session.bundled(Plan(), tmp_path / "bundle")
    assert not file.exists()
    session.saved(plan)
    assert session_of(file, plan).exported == tmp_path / "bundle"


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"a": 1}', b"\xff", b"[" * 100_000])
def test_what_cannot_be_read_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    """A corrupt file is kept beside, and the next export is remembered."""
    file, plan = tmp_path / "exports.json", tmp_path / "a.yaml"
    file.write_bytes(broken)
    session_of(file, plan).bundled(Plan(), tmp_path / "bundle")
    assert session_of(file, plan).exported == tmp_path / "bundle"
    assert len(list(tmp_path.glob("exports*"))) == 2
