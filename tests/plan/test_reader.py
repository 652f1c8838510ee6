"""Tests of reading a plan file: what is a plan, what is not, and how the person is told."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.named import PLANS, plan
from wizard.plan import document
from wizard.plan.error import PlanError
from wizard.plan.model import Claims, FeatureState, Level, Partition, Person, Plan, Role, Shared, Tag, Target
from wizard.plan.reader import plan_from_text, read_plan
from wizard.quoting.line_text import one_line

HEAD = "version: 1\ntags: []\n"


def is_plan(text: str | bytes) -> bool:
    """Tell whether a text is a plan; whatever else than PlanError goes wrong goes through."""
    try:
        return isinstance(plan_from_text(text), Plan)
    except PlanError:
        return False


def problems(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and path of every problem of a text."""
    with pytest.raises(PlanError) as caught:
        plan_from_text(text)
    return [(problem.line, problem.column, problem.path) for problem in caught.value.problems]


def complaint(text: str | bytes) -> str:
    """Return what the person is told of a text that is no plan."""
    with pytest.raises(PlanError) as caught:
        plan_from_text(text)
    return str(caught.value)


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


@pytest.mark.parametrize("name", PLANS)
def test_same_plan_without_the_c_parser(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """PyYAML's own parser, where the C one is not built, reads the same plan."""
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert read_plan(PLANS[name]) == plan(name)


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


@pytest.mark.parametrize("separator", [":", "/", "+", "=", ".", "_", "@", "-"])
def test_every_separator(separator: str) -> None:
    """Each of the eight separators is read in quotes."""
    read = plan_from_text(f'version: 1\ntags: [{{key: a, value: b, separator: "{separator}"}}]')
    assert read.tags[0].separator == separator


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


def test_byte_order_mark_and_windows_line_ends() -> None:
    """A UTF-8 byte-order mark and Windows line ends are read over, and positions stay right."""
    data = b"\xef\xbb\xbfversion: 1\r\ntags: []\r\nname: Z\xc3\xbcrich\r\n"
    assert plan_from_text(data) == Plan(name="Zürich")
    assert problems(data + b"nme: x") == [(4, 1, "nme")]


def test_aliases_within_reason() -> None:
    """An alias stands for what its anchor names."""
    text = "version: 1\ntags: []\naccess:\n- {name: a, match: &m [x, y]}\n- {name: b, match: *m}\n"
    assert [grant.match for grant in plan_from_text(text).access] == [("x", "y"), ("x", "y")]


def test_aliases_are_counted_in_full() -> None:
    """A plan that is well formed but grows past the limit under its aliases is refused where it does."""
    profile = ", ".join(f"a{n}: x" for n in range(1000))
    people = "\n".join(f"- {{login: p{n}, profile: *p}}" for n in range(30))
    text = HEAD + "people:\n- {login: p, profile: &p {" + profile + "}}\n" + people
    assert complaint(text) == (
        "28:25: Up to here the plan has more than 50,000 values, aliases counted in full; that is too many"
    )
    assert len(plan_from_text("\n".join(text.splitlines()[:25])).people) == 22


def test_aliases_that_nest_too_deep() -> None:
    """Lists that stand deep within one another through aliases are refused as if they were written out."""
    text = "version: 1\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 25))
    assert problems(text) == [(21, 12, "")]


@pytest.mark.parametrize("error", [yaml.YAMLError("odd"), yaml.MarkedYAMLError(problem="odd")])
def test_whatever_the_parser_refuses(monkeypatch: pytest.MonkeyPatch, error: yaml.YAMLError) -> None:
    """An error of the parser that names no place is told with its own words."""

    def refuse(_text: str) -> list[object]:
        raise error

    monkeypatch.setattr(document, "_events", refuse)
    assert complaint(HEAD) == "1:1: YAML cannot be read here: odd"


def test_directives() -> None:
    """A line that names the version of YAML is read over."""
    assert plan_from_text(f"%YAML 1.2\n---\n{HEAD}...\n") == Plan()


def test_quoted_merge_key_is_a_name() -> None:
    """A profile attribute called << is one when it is quoted."""
    assert plan_from_text(HEAD + 'people: [{login: a, profile: {"<<": x}}]').people == (Person("a", (("<<", "x"),)),)


EXPLOSIONS = {
    "nested aliases": "version: 1\na0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 10_000)),
    "flat aliases": "version: 1\ntags: &t [" + "{key: a, value: b}," * 300 + "]\n" + "people: [" + "*t," * 10_000 + "]",
    "many tags": "version: 1\ntags:\n" + "- {}\n" * 100_000,
    "many whole tags": "version: 1\ntags:\n" + "- {key: a, value: b}\n" * 100_000,
    "many keys": "version: 1\ntags: []\n" + "".join(f"k{n}: 1\n" for n in range(60_000)),
    "one long key": "version: 1\n" + "k" * 1_000_000 + ": 1",
    "one long number": "version: 1\ntags: []\nname: " + "9" * 1_000_000,
    "one long text of brackets": "[" * 1_000_000,
    "one long text of braces": "{" * 1_000_000,
    "one long text of questions": "? " * 500_000,
    "one long text of dashes": "- " * 500_000,
    "50 MB": "#" + "x" * 50_000_000,
}


@pytest.fixture
def _unwatched() -> Iterator[None]:
    """Keep the measuring of coverage, which takes six times the work itself, out of the time."""
    watching = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(watching)


@pytest.mark.usefixtures("_unwatched")
@pytest.mark.parametrize("text", EXPLOSIONS.values(), ids=EXPLOSIONS)
def test_explosions(text: str) -> None:
    """A file that is too large, too deep or grows under its aliases is refused in under a second."""
    begin = process_time()
    complaint(text.encode())
    assert process_time() - begin < 1


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """Of a file that is too large no more is read than tells so; an endless one is refused too."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(PlanError, match="The file is larger than 1,048,576 bytes"):
        read_plan(path)


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


@given(st.one_of(st.text(), st.binary(), st.text("[]{}:,-#&*!|>'\"%@`?~<= \n\tab01.")))
def test_any_text_is_a_plan_or_an_error(text: str | bytes) -> None:
    """Whatever the text, the reader returns a plan or raises PlanError with at least one problem."""
    assert is_plan(text) or problems(text)


@given(st.sampled_from(sorted(PLANS)), st.data())
def test_damaged_plans(name: str, data: st.DataObject) -> None:
    """A plan file with a piece cut out or put in is a plan or a PlanError."""
    text = PLANS[name].read_text(encoding="utf-8")[:4000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 50)))
    piece = data.draw(st.text("[]{}:,-#&*!|>'\"%@`?~ \n\tab01", max_size=5))
    damaged = text[:start] + piece + text[end:]
    assert is_plan(damaged) or problems(damaged)
