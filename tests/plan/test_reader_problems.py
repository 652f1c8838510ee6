"""Tests of reading what is no plan: where each problem is, and how the person is told."""

from pathlib import Path

import pytest
import yaml

from tests.plan.reading import HEAD, complaint, problems
from wizard.plan import document
from wizard.plan.error import PlanError
from wizard.plan.reader import read_plan
from wizard.quoting.line_text import one_line

WRONG = {
    "version: 1\n": [(1, 1, "tags")],
    "tags: []\n": [(1, 1, "version")],
    "version: 1\ntags:\n": [(2, 6, "tags")],
    "version: one\ntags: []": [(1, 10, "version")],
    'version: "1"\ntags: []': [(1, 10, "version")],
    "version: 0\ntags: []": [(1, 10, "version")],
    "version: 1.0\ntags: []": [(1, 10, "version")],
    "version: true\ntags: []": [(1, 10, "version")],
    HEAD + "tags: []": [(3, 1, "tags")],
    HEAD + "nme: x": [(3, 1, "nme")],
    HEAD + "name: [x]": [(3, 7, "name")],
    HEAD + "name:": [(3, 6, "name")],
    HEAD + "name: no": [(3, 7, "name")],
    HEAD + "name: 12": [(3, 7, "name")],
    HEAD + "target: IAM": [(3, 9, "target")],
    HEAD + "okta: acme": [(3, 7, "okta")],
    HEAD + "okta: {claims: federate}": [(3, 16, "okta.claims")],
    HEAD + "okta: {features: {OTHER: enabled}}": [(3, 19, "okta.features.OTHER")],
    HEAD + "okta: {org: 2026-11-24}": [(3, 13, "okta.org")],
    HEAD + "aws:\n  accounts: [111122223333]": [(4, 14, "aws.accounts[0]")],
    HEAD + "aws:\n  accounts: ['1', 012]": [(4, 19, "aws.accounts[1]")],
    HEAD + "aws:\n  accounts: '1'": [(4, 13, "aws.accounts")],
    HEAD + "aws:\n  accounts: [null]": [(4, 14, "aws.accounts[0]")],
    HEAD + "aws:\n  roles:\n    - session_duration: 3600.5\n": [
        (5, 7, "aws.roles[0].name"),
        (5, 25, "aws.roles[0].session_duration"),
    ],
    HEAD + "aws: {roles: [{name: x, session_duration: true}]}": [(3, 43, "aws.roles[0].session_duration")],
    HEAD + "access: [{name: x, create: 1}]": [(3, 28, "access[0].create")],
    HEAD + "access: [{name: x, levels: [read, admin]}]": [(3, 35, "access[0].levels[1]")],
    HEAD + "people: [{login: x, profile: {a b: 1e3}}]": [(3, 36, 'people[0].profile["a b"]')],
    HEAD + "people: [{login: x, profile: {a: {b: c}}}]": [(3, 34, "people[0].profile.a")],
    HEAD + "people: [{login: x, profile: {a: [[1]]}}]": [(3, 35, "people[0].profile.a[0]")],
    HEAD + "people: [{login: x, profile: {no: c}}]": [(3, 31, "people[0].profile")],
    HEAD + "people: [{login: x, profile: {a: 1, a: 2}}]": [(3, 37, "people[0].profile.a")],
    HEAD + "people: [{login: x, profile: {~: c}}]": [(3, 31, "people[0].profile")],
    HEAD + "people: [{login: x, profile: {1: c}}]": [(3, 31, "people[0].profile")],
    HEAD + "people: [{login: x, profile: [a]}]": [(3, 30, "people[0].profile")],
    HEAD + "? [a]\n: b": [(3, 3, "")],
    HEAD + "okta:\n  <<: {org: x}": [(4, 3, "okta")],
    "version: 1\ntags: [{key: a, value: b, separator: x}, {key: a}]": [
        (2, 38, "tags[0].separator"),
        (2, 42, "tags[1].value"),
    ],
    "version: 1\ntags: [{key: a, value: b, required: yes}]": [(2, 37, "tags[0].required")],
    "[]": [(1, 1, "")],
    "just text": [(1, 1, "")],
    "": [(1, 1, "")],
    "# only a comment\n": [(1, 1, "")],
    "--- \n...\n": [(2, 1, "")],
}


@pytest.mark.parametrize(("text", "places"), WRONG.items())
def test_places(text: str, places: list[tuple[int, int, str]]) -> None:
    """Every problem of a file is reported with its line, its column and its path, in the order of the file."""
    assert problems(text) == places


UNREADABLE = {
    "two documents": (HEAD + "---\na: b", 3, 1),
    "custom tag": (HEAD + "name: !!python/object/apply:os.system [x]", 3, 7),
    "local tag": (HEAD + "name: !x y", 3, 7),
    "standard tag": (HEAD + "name: !!str 12", 3, 7),
    "unknown alias": (HEAD + "name: *x", 3, 7),
    "alias within itself": ("version: 1\ntags: &x [*x]", 2, 11),
    "unclosed bracket": ("version: 1\ntags: [a", 3, 1),
    "unclosed quote": ('version: 1\nname: "a', 2, 9),
    "tab as indentation": ("version: 1\nokta:\n\torg: x", 3, 1),
    "text after a quote": ('version: 1\nname: "a" b', 2, 11),
    "bad escape": ('version: 1\nname: "\\q"', 2, 8),
    "half a character, escaped": ('version: 1\nname: "\\ud800"', 2, 10),
    "at sign": ("version: 1\nname: @x", 2, 7),
    "NUL": (HEAD + "name: a\x00", 3, 8),
    "escape character": (HEAD + "name: \x1b[31m", 3, 7),
    "half a character": (HEAD + "name: \ud800", 3, 7),
    "byte-order mark within": (HEAD + "name: \ufeff", 3, 7),
    "line break of YAML 1.1 only": (HEAD + "# comment\u2028name: x", 3, 10),
    "next line": ("version: 1\r\ntags: []\rname: \x85", 3, 7),
    "not UTF-8": (HEAD.encode() + "name: Zürich".encode("latin-1"), 3, 8),
    "not UTF-8 after a byte-order mark": (b"\xef\xbb\xbfv\xff", 1, 2),
    "UTF-16": (HEAD.encode("utf-16"), 1, 1),
    "UTF-16 without a mark": (HEAD.encode("utf-16-le"), 1, 2),
    "UTF-32": (HEAD.encode("utf-32"), 1, 1),
    "deep": ("version: 1\ntags: " + "[" * 30, 2, 26),
}


@pytest.mark.parametrize(("text", "line", "column"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable(text: str | bytes, line: int, column: int) -> None:
    """What YAML or this program cannot read safely is one problem with its line and column."""
    assert problems(text) == [(line, column, "")]


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_without_the_c_parser(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """PyYAML's own parser, where the C one is not built, refuses the same files."""
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    text, line, _column = UNREADABLE[name]
    assert [place[0] for place in problems(text)] in ([line], [line - 1])


MESSAGES = [
    ("nme: x", "3:1: nme: The key nme is unknown; name is meant, it seems"),
    ("roles: []", "3:1: roles: The key roles is unknown here; it belongs under aws"),
    (
        "xyz: []",
        "3:1: xyz: The key xyz is unknown; the keys here are name, notes, target, okta, tags, aws, access, people",
    ),
    (
        "aws: {saml-provider: x}",
        "3:7: aws.saml-provider: The key saml-provider is unknown; saml_provider is meant, it seems",
    ),
    (
        "aws: {accounts: [111122223333]}",
        '3:18: aws.accounts[0]: Without quotes 111122223333 is a number; text is expected, so write "111122223333"',
    ),
    (
        "aws: {accounts: [012345678901]}",
        (
            "3:18: aws.accounts[0]: Without quotes 012345678901 is a number without its leading zero to YAML 1.2; "
            'text is expected, so write "012345678901"'
        ),
    ),
    ("name: no", '3:7: name: Without quotes no is false to YAML 1.1; text is expected, so write "no"'),
    ("name: true", '3:7: name: Without quotes true is a truth value; text is expected, so write "true"'),
    ("name:", "3:6: name: Nothing stands here; text is expected: write it, or remove the key"),
    (
        "aws: {partition: aws-eu}",
        "3:18: aws.partition: aws-eu stands here; one of aws, aws-cn, aws-us-gov is expected",
    ),
    (
        "aws: {partition: AWS_CN}",
        "3:18: aws.partition: AWS_CN stands here; one of aws, aws-cn, aws-us-gov is expected, so write aws-cn",
    ),
    (
        "access: [{name: a, services: ec2}]",
        "3:30: access[0].services: ec2 stands here; a list is expected, so write [ec2]",
    ),
    (
        "access: [{name: a, create: yes}]",
        "3:28: access[0].create: Without quotes yes is true to YAML 1.1; true or false is expected, so write true",
    ),
    (
        "aws: {roles: [{name: a, session_duration: '3600'}]}",
        '3:43: aws.roles[0].session_duration: The text "3600" stands here; a whole number is expected, so write 3600',
    ),
    ("tags: []", "3:1: tags: The key tags stands twice, first in line 2; remove one"),
    (
        "people: [{login: a, profile: {b: 012}}]",
        '3:34: people[0].profile.b: Without quotes 012 is an octal number to YAML 1.1; write "012" for the text',
    ),
    ("name: a: b", "3:8: A colon stands in a value here; put the value in quotes, or indent it"),
    ("okta:\n\torg: x", "4:1: A tab stands here; indent with spaces"),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_messages(text: str, message: str) -> None:
    """A message says what stands there, what is expected, and what to write instead where that can be told."""
    assert complaint(HEAD + text) == message


def test_message_on_a_missing_list() -> None:
    """A missing list of tags is asked for with the way to write that there are none."""
    assert complaint("version: 1") == "1:1: tags: The key tags is missing; write tags: [] for none"


def test_message_on_a_later_version() -> None:
    """A plan of a later version is refused with the program that it needs, in words."""
    assert complaint("version: 2\nfuture: true") == (
        "1:10: version: The plan has version 2, this program reads version 1: "
        "open it with a newer Session Tag Wizard, one that reads version 2"
    )


def test_later_version_hides_other_problems() -> None:
    """Of a later version nothing else is judged, since its keys may mean something there."""
    assert problems("<<: 1\nversion: 3\ntags: nonsense\nfuture: 1") == [(2, 10, "version")]


def test_message_stays_on_one_line() -> None:
    """What a file holds cannot break a message's line, reverse its direction or fill the screen."""
    text = HEAD + '"a\\nb\\u202Ec' + "x" * 500 + '": 1'
    message = complaint(text).removeprefix('3:1: ["a\\nb')
    assert "\n" not in complaint(text)
    assert "\u202e" not in message.split(": The key ")[1]


def test_no_more_than_fifty_problems() -> None:
    """A file with more than fifty problems is reported with fifty."""
    assert len(problems(HEAD + "".join(f"key{n}: 1\n" for n in range(200)))) == 50


@pytest.mark.parametrize("error", [yaml.YAMLError("odd"), yaml.MarkedYAMLError(problem="odd")])
def test_whatever_the_parser_refuses(monkeypatch: pytest.MonkeyPatch, error: yaml.YAMLError) -> None:
    """An error of the parser that names no place is told with its own words."""

    def refuse(_text: str) -> list[object]:
        raise error

    monkeypatch.setattr(document, "_events", refuse)
    assert complaint(HEAD) == "1:1: YAML cannot be read here: odd"


FILES = {
    "absent.yaml": "There is no such file",
    "": "This is a folder, not a plan file",
    "a\x00b": "This is no name of a file",
    "x" * 300: "The file cannot be read: File name too long",
}


@pytest.mark.parametrize(("name", "message"), FILES.items())
def test_no_file(tmp_path: Path, name: str, message: str) -> None:
    """A path that is no readable file is named, with what is wrong with it."""
    path = tmp_path / name
    with pytest.raises(PlanError) as caught:
        read_plan(path)
    assert str(caught.value) == f"{one_line(path)}: {message}"


def test_problems_name_the_file(tmp_path: Path) -> None:
    """Each line of the error begins with the file, the line, the column and the path."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "nme: x\nname: 1")
    with pytest.raises(PlanError) as caught:
        read_plan(path)
    assert [line.split(" ")[0] for line in str(caught.value).splitlines()] == [f"{path}:3:1:", f"{path}:4:7:"]
