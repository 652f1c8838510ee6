"""Tests of reading a plan file: what is a plan, and what comes of it."""

from pathlib import Path

import pytest
import yaml

from tests.named import PLANS, plan
from tests.plan.reading import HEAD, problems
from wizard.plan import document
from wizard.plan.model import Claims, FeatureState, Level, Partition, Person, Plan, Role, Shared, Tag, Target
from wizard.plan.reader import plan_from_text, read_plan


def test_every_key_is_read() -> None:
    """Each key of the format arrives in the plan with its value and its type."""
    full = plan("full")
    assert (full.target, full.okta.claims, full.aws.partition) == (Target.IAM, Claims.STATEMENTS, Partition.AWS)
    assert full.okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES is FeatureState.ENABLED
    assert full.tags[1] == Tag(
        "project", "user.projects", transitive=True, separator=":", notes="A list: people work on several projects."
    )
    assert full.aws.roles[1] == Role("okta-chained", 7200, ("secrets",), ("arn:aws:iam::111122223333:role/okta-abac",))
    assert full.access[0].levels == tuple(Level)
    assert (full.access[0].shared, full.access[0].create, full.access[0].protect_tags) == (Shared.ANY, True, False)
    assert full.people[0].attributes()["projects"] == ("apollo", "gemini")
    assert full.people[0].attributes()["costCenter"] is None


def test_values_have_the_types_of_the_model() -> None:
    """A choice is read as a member of its enumeration, not as the bare text."""
    full = plan("full")
    assert {type(level) for level in full.access[0].levels} == {Level}
    assert type(full.aws.partition) is Partition


def test_least_plan() -> None:
    """A version and an empty list of tags are a plan with every default."""
    assert plan_from_text(HEAD) == Plan()


def test_name_of_a_plan_without_one() -> None:
    """A plan without a name takes the one that the reader is given; one with a name keeps it."""
    assert plan_from_text(HEAD, name="file").name == "file"
    assert plan_from_text(HEAD + "name: mine", name="file").name == "mine"


@pytest.mark.parametrize(
    ("file", "name"),
    [("access.session-tags.yaml", "access"), ("access.yaml", "access"), ("access.v2.yml", "access.v2"), ("x", "x")],
)
def test_name_after_the_file(tmp_path: Path, file: str, name: str) -> None:
    """A plan without a name is called after its file, without the endings."""
    path = tmp_path / file
    path.write_text(HEAD)
    assert read_plan(path).name == name


def test_profile_values() -> None:
    """In a profile, numbers, truth values, null and lists are values of their own types."""
    text = HEAD + 'people: [{login: a, profile: {a: 1, b: 1.5, c: true, d: null, e: ~, f: x, g: [1, x, null], h: "1"}}]'
    profile = dict(plan_from_text(text).people[0].profile)
    assert profile == {"a": 1, "b": 1.5, "c": True, "d": None, "e": None, "f": "x", "g": (1, "x", None), "h": "1"}
    assert [type(profile[name]) for name in "abch"] == [int, float, bool, str]


def test_wrong_but_readable() -> None:
    """What is wrong but readable is read: judging is for the rules."""
    text = f'version: 1\ntags: [{{key: {"k" * 129}, value: ""}}]\naws: {{roles: [{{name: "", session_duration: -1}}]}}'
    read = plan_from_text(text)
    assert (len(read.tags[0].key), read.aws.roles[0].session_duration) == (129, -1)


@pytest.mark.parametrize("name", PLANS)
def test_same_plan_without_the_c_parser(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """PyYAML's own parser, where the C one is not built, reads the same plan."""
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert read_plan(PLANS[name]) == plan(name)


@pytest.mark.parametrize("separator", [":", "/", "+", "=", ".", "_", "@", "-"])
def test_every_separator(separator: str) -> None:
    """Each of the eight separators is read in quotes."""
    read = plan_from_text(f'version: 1\ntags: [{{key: a, value: b, separator: "{separator}"}}]')
    assert read.tags[0].separator == separator


def test_byte_order_mark_and_windows_line_ends() -> None:
    """A UTF-8 byte-order mark and Windows line ends are read over, and positions stay right."""
    data = b"\xef\xbb\xbfversion: 1\r\ntags: []\r\nname: Z\xc3\xbcrich\r\n"
    assert plan_from_text(data) == Plan(name="Zürich")
    assert problems(data + b"nme: x") == [(4, 1, "nme")]


def test_aliases_within_reason() -> None:
    """An alias stands for what its anchor names."""
    text = "version: 1\ntags: []\naccess:\n- {name: a, match: &m [x, y]}\n- {name: b, match: *m}\n"
    assert [grant.match for grant in plan_from_text(text).access] == [("x", "y"), ("x", "y")]


def test_directives() -> None:
    """A line that names the version of YAML is read over."""
    assert plan_from_text(f"%YAML 1.2\n---\n{HEAD}...\n") == Plan()


def test_quoted_merge_key_is_a_name() -> None:
    """A profile attribute called << is one when it is quoted."""
    assert plan_from_text(HEAD + 'people: [{login: a, profile: {"<<": x}}]').people == (Person("a", (("<<", "x"),)),)
