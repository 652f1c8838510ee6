"""``new`` writes a starting plan, and replaces nothing unasked."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wizard.plan.templates import template_names, template_text


def test_a_starting_plan_is_written(outside: Run, tmp_path: Path) -> None:
    """The file is named on standard output; the next step is told on standard error; the plan holds no error."""
    ended = outside("new", "plan.session-tags.yaml")
    assert ended.status == 0
    assert ended.out == "plan.session-tags.yaml\n"
    assert ended.err == "next: session-tag-wizard check plan.session-tags.yaml\n"
    assert (tmp_path / "plan.session-tags.yaml").read_text(encoding="utf-8") == template_text("team-project")
    assert outside("check", "plan.session-tags.yaml").status == 0


@pytest.mark.parametrize("name", template_names())
def test_every_template_checks_without_an_error(run: Run, tmp_path: Path, name: str) -> None:
    """Whoever starts from it starts from a plan that can be exported."""
    path = tmp_path / "plan.yaml"
    assert run("new", path, "--template", name).status == 0
    assert path.read_text(encoding="utf-8") == template_text(name)
    assert run("check", path).status == 0


def test_standard_output(run: Run, tmp_path: Path) -> None:
    """`-` prints the plan and writes no file."""
    ended = run("new", "-")
    assert ended == (0, template_text("team-project"), "")


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_what_is_there_is_replaced_by_force_only(run: Run, tmp_path: Path, kind: str) -> None:
    """Exit status 2, and the way to do it all the same."""
    path = tmp_path / "plan.yaml"
    if kind == "file":
        path.write_text("mine")
    else:
        path.symlink_to(tmp_path / "none")
    ended = run("new", path)
    assert (ended.status, ended.out) == (2, "")
    assert f"{path}: something is there already" in ended.err
    assert not path.exists() or path.read_text() == "mine"
    assert run("new", path, "--force").status == 0
    assert path.read_text(encoding="utf-8") == template_text("team-project")


@pytest.mark.parametrize("name", ["none/plan.yaml", "file/plan.yaml", "a" * 300, "a\0b", "\ud800", "folder"])
def test_a_place_where_nothing_can_be_written(run: Run, tmp_path: Path, name: str) -> None:
    """Exit status 2, a word for the person, and nothing made."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    ended = run("new", f"{tmp_path}/{name}", "--force")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.strip()
    assert "the program itself failed" not in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_the_next_command_can_be_pasted(run: Run, tmp_path: Path) -> None:
    """An odd name is quoted for the shell."""
    assert f"check '{tmp_path}/my plan.yaml'" in run("new", tmp_path / "my plan.yaml").err
