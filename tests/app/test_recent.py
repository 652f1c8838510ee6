"""The plans that were opened lately."""

from pathlib import Path

import pytest

from wizard.app.recent import RecentPlans


def test_the_last_plan_stands_first_and_once(tmp_path: Path) -> None:
    """Opening a plan again moves it to the front, also for another window that reads the list."""
    file = tmp_path / "state" / "recent.json"
    recent = RecentPlans(file)
    one, two = tmp_path / "one.yaml", tmp_path / "tŵo.yaml"
    for path in (one, two, one):
        recent.add(path)
    assert RecentPlans(file).paths() == (one, two)


def test_the_list_is_short(tmp_path: Path) -> None:
    """Of more plans than the menu holds the oldest are forgotten."""
    recent = RecentPlans(tmp_path / "recent.json")
    for number in range(RecentPlans.LONGEST + 3):
        recent.add(tmp_path / f"{number}.yaml")
    assert [path.stem for path in recent.paths()] == [str(number) for number in range(RecentPlans.LONGEST + 2, 2, -1)]


def test_a_plan_and_all_plans_can_be_forgotten(tmp_path: Path) -> None:
    """Removing forgets one, clearing forgets all."""
    recent = RecentPlans(tmp_path / "recent.json")
    recent.add(tmp_path / "one.yaml")
    recent.add(tmp_path / "two.yaml")
    recent.remove(tmp_path / "two.yaml")
    assert recent.paths() == (tmp_path / "one.yaml",)
    recent.clear()
    assert recent.paths() == ()


@pytest.mark.parametrize("broken", [b"", b"{", b'{"a": 1}', b"[1, 2]", b"\xff\xfe", b"[" * 100_000])
def test_a_list_that_cannot_be_read_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    """A broken list starts empty, and is still there to be looked at."""
    file = tmp_path / "recent.json"
    file.write_bytes(broken)
    assert RecentPlans(file).paths() == ()
    assert (tmp_path / "recent.json.unreadable").read_bytes() == broken
    assert not file.exists()


def test_a_list_that_cannot_be_written_is_forgotten(tmp_path: Path) -> None:
    """A folder that takes no file costs the list, not the program."""
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    recent = RecentPlans(tmp_path / "state" / "recent.json")
    recent.add(tmp_path / "one.yaml")
    assert recent.paths() == ()
