"""Tests of writing a plan file: what is read back is what was written, to us and to every other YAML reader."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from ruamel.yaml import YAML

from tests.named import PLANS, plan
from tests.plan.anything import AWKWARD, any_plan
from wizard.frozen import replace
from wizard.plan.error import PlanNotWritten
from wizard.plan.model import Okta, Person, Plan, Role, Tag
from wizard.plan.reader import plan_from_text, read_plan
from wizard.plan.writer import plan_text, write_plan

TEAM_PROJECT = """\
version: 1
name: Team and project access
okta:
  app_label: Amazon Web Services
tags:
  - key: team
    value: user.team
    transitive: true
  - key: project
    value: user.project
    transitive: true
aws:
  accounts: ["111122223333"]
  roles:
    - name: okta-abac
      access: [own-resources]
access:
  - name: own-resources
    actions:
      - ec2:StartInstances
      - ec2:StopInstances
      - ec2:RebootInstances
      - secretsmanager:DescribeSecret
      - secretsmanager:GetSecretValue
    match: [team, project]
    create: false
people:
  - login: ada@example.com
    profile: {team: platform, project: apollo}
"""


def types(value: Any) -> Any:
    """Return the value with the type of every part, so that 1, 1.0 and True differ."""
    if isinstance(value, tuple):
        return tuple(types(item) for item in value)
    fields = getattr(value, "__match_args__", None)
    if fields is not None:
        return tuple(types(getattr(value, name)) for name in fields)
    return type(value), value


def tree(loaded: Any) -> Any:
    """Return what another reader gives, with the types that JSON has."""
    if isinstance(loaded, dict):
        return {str(key): tree(value) for key, value in loaded.items()}
    if isinstance(loaded, list):
        return [tree(item) for item in loaded]
    return type(loaded), loaded


def test_form() -> None:
    """The blog post's plan is written in block style, short lists and the profile on one line, defaults left out."""
    assert plan_text(plan("team-project")) == TEAM_PROJECT


def test_least_form() -> None:
    """A plan of defaults is its version and its empty list of tags."""
    assert plan_text(Plan()) == "version: 1\ntags: []\n"


def test_notes_of_several_lines() -> None:
    """Notes of several lines stand as a literal block."""
    assert plan_text(Plan(notes="one\n\n  two\nthree\n")) == (
        "version: 1\nnotes: |\n  one\n\n    two\n  three\ntags: []\n"
    )


def test_defaults_are_left_out_below_too() -> None:
    """A record that differs from its default in one key is written with that key alone."""
    written = yaml.safe_load(plan_text(Plan(okta=Okta(org="acme.okta.com"), tags=(Tag("a", "b"),))))
    assert written == {"version": 1, "okta": {"org": "acme.okta.com"}, "tags": [{"key": "a", "value": "b"}]}


@given(any_plan())
def test_any_plan_reads_back(written: Plan) -> None:
    """Any plan is read back from its text as it was, to the type of every value."""
    assert types(plan_from_text(plan_text(written).encode())) == types(written)


@given(any_plan())
def test_same_to_every_reader(written: Plan) -> None:
    """A reader of YAML 1.1 and one of YAML 1.2 find the same in a plan's text."""
    text = plan_text(written)
    assert tree(yaml.safe_load(text)) == tree(YAML(typ="safe", pure=True).load(StringIO(text)))


@given(any_plan())
def test_same_bytes(written: Plan) -> None:
    """The text of a plan that was read from its text is that text."""
    assert plan_text(plan_from_text(plan_text(written))) == plan_text(written)


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts(text: str) -> None:
    """A text that YAML could take for something else reads back, as a value, as a list entry and as a key."""
    written = Plan(
        notes=text,
        tags=(Tag(text, text, allowed=(text, text)),),
        people=(Person(text, ((text, text), ("list", (text, 1)))),) if text != "list" else (),
    )
    assert plan_from_text(plan_text(written)) == written


@pytest.mark.parametrize("name", PLANS)
def test_named_plans_read_back(name: str) -> None:
    """Every named plan is read back from its text as it was."""
    assert types(plan_from_text(plan_text(plan(name)))) == types(replace(plan(name)))


def test_nothing_unseen_is_written() -> None:
    """Controls, direction marks and line ends of other kinds stand escaped; the text is plain to look at."""
    text = plan_text(plan("hostile"))
    assert not set(text) & set("\x00\x1b\x85\u2028\u202e\u202c\ufeff\r\t")
    assert "\\u202E" in text


def test_lone_surrogate() -> None:
    """Half a character, which UTF-8 cannot hold, becomes U+FFFD."""
    assert plan_from_text(plan_text(Plan(name="a\ud800b"))).name == "a\ufffdb"


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_no_finite_number(number: float) -> None:
    """A number that JSON and Okta lack is written as text."""
    read = plan_from_text(plan_text(Plan(people=(Person("a", (("n", number),)),))))
    assert read.people[0].profile == (("n", str(number)),)


def test_repeated_attribute() -> None:
    """Of a profile's attributes of one name the last counts, as for the previews."""
    written = Plan(people=(Person("a", (("n", 1), ("n", 2))),))
    assert plan_from_text(plan_text(written)).people[0].profile == (("n", 2),)


def test_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    """The file has UTF-8 and newlines whatever the locale and encoding of the process."""
    path = tmp_path / "plan.yaml"
    program = (
        "import sys; from pathlib import Path; from wizard.plan.model import Plan; "
        "from wizard.plan.writer import write_plan; write_plan(Plan(name='Z\\xfcrich'), Path(sys.argv[1]))"
    )
    variables = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    subprocess.run([sys.executable, "-c", program, path], check=True, env=variables)
    assert path.read_bytes() == 'version: 1\nname: "Zürich"\ntags: []\n'.encode()


def test_written_file_reads_back(tmp_path: Path) -> None:
    """A plan that was written is read as it was; one without a name takes its file's."""
    path = tmp_path / "mine.session-tags.yaml"
    write_plan(plan("full"), path)
    assert read_plan(path) == plan("full")
    write_plan(Plan(), path)
    assert read_plan(path) == Plan(name="mine")


def test_too_large_to_read_again(tmp_path: Path) -> None:
    """A plan that no reader would take back is not written, and the earlier file stays."""
    path = tmp_path / "plan.yaml"
    write_plan(Plan(), path)
    with pytest.raises(PlanNotWritten, match=r"1,048,576.*Nothing was written"):
        write_plan(Plan(notes="x" * 1024 * 1024), path)
    with pytest.raises(PlanNotWritten, match=r"50,000.*Nothing was written"):
        write_plan(Plan(tags=tuple(Tag("a", "b") for _ in range(10_001))), path)
    assert read_plan(path) == Plan(name="plan")


@example(Plan(aws=replace(Plan().aws, roles=(Role("a"),))))
@given(any_plan())
def test_no_line_ends_in_white_space(written: Plan) -> None:
    """No line of a plan's text ends in white space, and it ends in one newline."""
    text = plan_text(written)
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
