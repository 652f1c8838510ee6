"""``new`` writes a starting plan, or one of what exists, and replaces nothing unasked."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, Run
from tests.evidence.okta import response
from tests.evidence.shapes import base64
from wizard.aws.trust import trust_policy
from wizard.bundle.registry import bundle_files
from wizard.plan.reader import read_plan
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


TRUST = json.dumps(trust_policy(read_plan(EXAMPLE), "111122223333", read_plan(EXAMPLE).aws.roles[0]).value())


def test_a_plan_of_what_exists(outside: Run, tmp_path: Path) -> None:
    """The plan stands in the file, what could be told and what not on standard error."""
    (tmp_path / "okta-abac.json").write_text(TRUST)
    rows = bundle_files(read_plan(EXAMPLE), only=["okta/attribute-statements.yaml"])[0].text
    (tmp_path / "rows.yaml").write_text(rows)
    ended = outside("new", "plan.yaml", "--from", "okta-abac.json", "rows.yaml")
    assert (ended.status, ended.out) == (0, "plan.yaml\n")
    found = read_plan(tmp_path / "plan.yaml")
    assert [(tag.key, tag.value) for tag in found.tags] == [("team", "user.team"), ("project", "user.project")]
    assert [role.name for role in found.aws.roles] == ["okta-abac"]
    assert 'told: rows.yaml: Session tags: "team", "project".\n' in ended.err
    assert 'guessed: okta-abac.json: The role is called "okta-abac", like the file.\n' in ended.err
    assert "could not be told: The Okta app: no document tells its label.\n" in ended.err


def test_a_captured_sign_in_needs_no_file(outside: Run) -> None:
    """It comes on standard input, and nothing of it but keys and roles goes out."""
    ended = outside("new", "-", "--from", "-", stdin=base64(response()).encode())
    assert ended.status == 0
    assert "key: team" in ended.out
    for secret in ("ada", "platform", "apollo"):
        assert secret not in ended.out + ended.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "It is empty"),
        ('{\n  "a": }', "line 2, column 8"),
        ('{"Statement": [{"Effect": "Allow", "Action": 1, "Resource": "*"}]}', "$.Statement[0].Action"),
        ("version: 1\ntags: []\n", "It is a plan already"),
    ],
)
def test_what_tells_nothing_is_refused_with_its_place(run: Run, tmp_path: Path, text: str, words: str) -> None:
    """Exit status 2, the document's name, the place, and no plan is written."""
    document, plan = tmp_path / "document", tmp_path / "plan.yaml"
    document.write_text(text)
    ended = run("new", plan, "--from", document)
    assert (ended.status, ended.out) == (2, "")
    assert f"{document}: " in ended.err
    assert words in ended.err
    assert not plan.exists()


def test_standard_input_is_read_once(run: Run) -> None:
    """Two documents cannot both come from there."""
    ended = run("new", "-", "--from", "-", "--from", "-")
    assert ended.status == 2
    assert "standard input can be read once only" in ended.err


def test_a_template_and_documents_exclude_each_other(run: Run, tmp_path: Path) -> None:
    """A plan starts from one of them."""
    assert run("new", "-", "--template", "cost-center", "--from", tmp_path / "app.json").status == 2
