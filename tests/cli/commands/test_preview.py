"""``preview`` prints the SAML as Okta shows it, or as AWS receives it."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Run

SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
PEOPLE = """\
version: 1
tags:
  - {key: team, value: user.team, transitive: true}
people:
  - {login: ada@example.com, profile: {team: platform}}
  - {login: bob@example.com, profile: {team: data}}
"""


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give a plan with two people."""
    path = tmp_path / "two.yaml"
    path.write_text(PEOPLE)
    return path


def values(text: str) -> dict[str, list[str]]:
    """Return the attributes of a statement: the last part of the name to the values."""
    root = etree.fromstring(text.encode())
    assert root.tag == f"{SAML}AttributeStatement"
    return {
        re.split("[:/]", attribute.get("Name"))[-1]: [value.text for value in attribute.iter(f"{SAML}AttributeValue")]
        for attribute in root.iter(f"{SAML}Attribute")
    }


@pytest.mark.parametrize("arguments", [[], ["--as", "okta"], ["--as", "okta", "--person", "bob@example.com"]])
def test_okta_shows_the_expressions(outside: Run, plan: Path, two: Path, arguments: list[str]) -> None:
    """As the console's preview prints them, whoever is asked for."""
    ended = outside("preview", two, *arguments)
    assert (ended.status, ended.err) == (0, "")
    assert values(ended.out) == {"team": ["user.team"], "TransitiveTagKeys": ['{"team"}']}


@pytest.mark.parametrize(
    ("arguments", "team"),
    [("", "platform"), ("--person ada@example.com", "platform"), ("--person bob@example.com", "data")],
)
def test_aws_receives_the_values_of_a_person(outside: Run, two: Path, arguments: str, team: str) -> None:
    """The first person's, unless another is asked for; transitive keys one by one."""
    ended = outside("preview", two, "--as", "aws", *arguments.split())
    assert (ended.status, ended.err) == (0, "")
    assert values(ended.out) == {"team": [team], "TransitiveTagKeys": ["team"]}


def test_without_a_person_the_values_are_the_expressions(run: Run, tmp_path: Path) -> None:
    """A comment at the top says so."""
    path = tmp_path / "none.yaml"
    path.write_text(PEOPLE.split("people", maxsplit=1)[0])
    ended = run("preview", path, "--as", "aws")
    assert ended.status == 0
    assert values(ended.out) == {"team": ["user.team"], "TransitiveTagKeys": ["team"]}
    assert ended.out.startswith("<!--")


@pytest.mark.parametrize("side", ["okta", "aws"])
@pytest.mark.parametrize("login", ["eve@example.com", "", "ADA@example.com", "\ud800", "a\nb"])
def test_an_unknown_login_is_refused(run: Run, two: Path, side: str, login: str) -> None:
    """Exit status 2, and the logins that the plan knows."""
    ended = run("preview", two, "--as", side, "--person", login)
    assert (ended.status, ended.out) == (2, "")
    assert "it has ada@example.com, bob@example.com" in ended.err
    assert ended.err.count("\n") == 1


def test_a_plan_with_errors_is_previewed(run: Run, faulty: Path) -> None:
    """Only check and export judge the plan."""
    ended = run("preview", faulty, "--as", "aws")
    assert (ended.status, ended.err) == (0, "")
    assert "k" * 129 in ended.out


def test_a_plan_that_cannot_be_read_is_not_previewed(run: Run, tmp_path: Path) -> None:
    """Exit status 2, with file, line and column."""
    (tmp_path / "plan.yaml").write_text("version: 1\ntags: 7\n")
    ended = run("preview", tmp_path / "plan.yaml")
    assert (ended.status, ended.out) == (2, "")
    assert "plan.yaml:2:7: tags" in ended.err


def test_a_plan_from_standard_input(run: Run) -> None:
    """`-` reads the plan."""
    assert values(run("preview", "-", stdin=PEOPLE.encode()).out)["team"] == ["user.team"]


def test_a_person_of_a_list_is_previewed(run: Run, two: Path, tmp_path: Path) -> None:
    """--people takes the person from a file as preflight reads it: the first, or the one of that login."""
    people = tmp_path / "people.csv"
    people.write_text("login;team;other\ncy@example.com;R&D;x\nada@example.com;Équipe;y\n")
    assert values(run("preview", two, "--as", "aws", "--people", people).out)["team"] == ["R&D"]
    ended = run("preview", two, "--as", "aws", "--people", people, "--person", "ada@example.com")
    assert (ended.status, values(ended.out)["team"]) == (0, ["Équipe"])


def test_an_array_of_a_listed_person_is_nested(run: Run, two: Path) -> None:
    """A user as Okta returns it, from standard input: each member of an array is a value of its own."""
    user = b'[{"id": "00u1", "profile": {"login": "cy@example.com", "team": ["a", "b"]}}]'
    assert values(run("preview", two, "--as", "aws", "--people", "-", stdin=user).out)["team"] == ["a", "b"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("login,team\nx\n", "nobody in the list has the login bob@example.com; line 2: 1 cell;"),
        ("team\nx\n", "names no column login"),
    ],
)
def test_a_list_without_the_person_is_refused(run: Run, two: Path, tmp_path: Path, data: str, words: str) -> None:
    """Exit status 2 although the plan knows the login; what could not be read is said."""
    people = tmp_path / "people.csv"
    people.write_text(data)
    ended = run("preview", two, "--as", "aws", "--people", people, "--person", "bob@example.com")
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err


def test_the_flow_is_drawn_for_a_person(outside: Run, two: Path) -> None:
    """A Mermaid diagram on stdout and nothing else, with the person's value."""
    ended = outside("preview", two, "--as", "flow", "--person", "bob@example.com")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("flowchart LR\n")
    assert 'tag0["team<br/>data<br/>transitive<br/>#33; No grant matches on it"]' in ended.out


def test_a_flow_that_is_too_large_is_refused(run: Run, tmp_path: Path) -> None:
    """No reader would draw it; the message says where the same stands."""
    keys = [f"t{number}" for number in range(50)]
    tags = "".join(f"  - {{key: {key}, value: user.{key}}}\n" for key in keys)
    grants = "".join(f"  - {{name: g{number}, match: [{', '.join(keys)}]}}\n" for number in range(50))
    (tmp_path / "plan.yaml").write_text(f"version: 1\ntags:\n{tags}access:\n{grants}")
    ended = run("preview", tmp_path / "plan.yaml", "--as", "flow")
    assert (ended.status, ended.out) == (2, "")
    assert "too large to be drawn" in ended.err
