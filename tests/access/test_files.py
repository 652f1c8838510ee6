"""Files of people and of resources: every form that is known, and what becomes of broken lines."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.access.broken import Broken, UnreadableFile
from wizard.access.people import people
from wizard.access.resources import resources

ADA = ("ada@example.com", ("platform", None))
BEN = ("ben@example.com", ("R&D", "apollo"))
ATTRIBUTES = ("team", "project")


def read(data: bytes, lists: frozenset[str] = frozenset()) -> tuple[list[tuple[int, str, tuple]], list[Broken]]:
    """Return everybody in a file, and its broken lines."""
    broken: list[Broken] = []
    return list(people(io.BytesIO(data), ATTRIBUTES, broken.append, lists)), broken


def found(data: bytes) -> list[tuple[str, tuple]]:
    """Return everybody in a file that has no broken line."""
    everybody, broken = read(data)
    assert not broken
    return [(login, values) for _, login, values in everybody]


@pytest.mark.parametrize(
    "data",
    [
        b"login,team,project\nada@example.com,platform,\nben@example.com,R&D,apollo\n",
        b"login;team;project\r\nada@example.com;platform;\r\nben@example.com;R&D;apollo\r\n",
        b"\xef\xbb\xbflogin\tteam\tproject\nada@example.com\tplatform\t\nben@example.com\tR&D\tapollo",
        b'project,more,"team","login"\n,"a\nb",platform,ada@example.com\n\napollo,"x,y",R&D,ben@example.com\n',
    ],
)
def test_csv_of_any_delimiter_line_end_and_order_is_read(data: bytes) -> None:
    """Comma, semicolon and tab, LF and CRLF, a byte-order mark, quoted cells and any order of columns are read."""
    assert found(data) == [ADA, BEN]


USERS = [
    {"id": "00u1", "profile": {"login": "ada@example.com", "team": "platform", "project": None}},
    {"id": "00u2", "profile": {"login": "ben@example.com", "team": "R&D", "project": "apollo"}},
]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(USERS),
        json.dumps(USERS, indent=2),
        "\n".join(map(json.dumps, USERS)),
        "\n\n".join(json.dumps(user, indent=1) for user in USERS),
        json.dumps([user["profile"] for user in USERS]),
        "\n".join(json.dumps([user]) for user in USERS),
        "".join(json.dumps([user], indent=1) for user in USERS),
    ],
)
def test_json_lists_and_lines_are_read(text: str) -> None:
    """A list of Okta users, its pages one after the other, compact or indented, and JSON lines give the same people."""
    assert found(text.encode()) == [ADA, BEN]
    assert found(b"\xef\xbb\xbf\n " + text.encode()) == [ADA, BEN]


def test_a_cell_of_a_list_attribute_holds_members_with_commas() -> None:
    """A list attribute's cell is split at its commas; an empty one has no value."""
    everybody, _ = read(b'login,team,project\na,"x,y",p\nb,,p\n', frozenset({"team"}))
    assert [values[0] for _, _, values in everybody] == [("x", "y"), None]


def test_broken_lines_of_csv_are_named_by_their_physical_number() -> None:
    """A row with too few cells, a line that is no UTF-8 and a person without a login are named, the rest is read."""
    data = b'login,team,project\na,"x\ny",p\nb,x\n\nc,\xff,p\n,x,p\nd,x,p\n'
    everybody, broken = read(data)
    assert [(line, login) for line, login, _ in everybody] == [(2, "a"), (8, "d")]
    assert sorted(each.line for each in broken) == [4, 6, 7]


def test_broken_items_of_json_are_named_by_their_line() -> None:
    """An item that is no JSON, no user, or no UTF-8 is named by the line on which it begins."""
    data = (
        b'[{"profile": {"login": "a"}},\n {"profile": {"login": "b"}},\n {oops},\n "no user",\n {"profile": {}},\n'
        b' {"profile": {"login": "\xff"}},\n {"profile": {"login": "c", "team": {"deep": 1}}},\n'
        b' {"profile": {"login": "d"}}]'
    )
    everybody, broken = read(data)
    assert [(line, login) for line, login, _ in everybody] == [(1, "a"), (2, "b"), (8, "d")]
    assert next(each.line for each in broken) == 3
    assert {each.line for each in broken} >= {3, 6, 7}


def test_a_list_that_does_not_end_is_said() -> None:
    """A file that was cut off gives what it holds, and says that it ends inside the list."""
    everybody, broken = read(b'[{"profile": {"login": "a"}},\n')
    assert [login for _, login, _ in everybody] == ["a"]
    assert "ends inside the list" in broken[0].message


def test_what_stands_behind_a_list_is_said() -> None:
    """A page that could not be had, an answer of another kind, or the rest of something else."""
    everybody, broken = read(
        b'[{"profile": {"login": "a"}}]\n{"errorCode": "E0000047"}\n[{"profile": {"login": "b"}}]\nx'
    )
    assert [(line, login) for line, login, _ in everybody] == [(1, "a"), (3, "b")]
    assert [each.line for each in broken] == [2, 4]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"team,project\nx,y\n",
        b"login,team,team\n",
        b",,\n",
        b"login\rteam\r,",
        "login,team\n".encode("utf-16"),
    ],
)
def test_a_file_without_people_says_why(data: bytes) -> None:
    """An empty file, one without a login column and one with a column twice are refused as a whole."""
    with pytest.raises(UnreadableFile):
        read(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever the bytes, the reading ends with people, broken lines, or one clear refusal."""
    for start in (b"", b"login,team\n", b"[", b'{"profile":'):
        try:
            read(start + data)
        except UnreadableFile:
            continue


def test_a_long_json_document_on_one_line_is_read_piece_by_piece() -> None:
    """Items come out whole although the document is longer than what is read at once."""
    users = [{"profile": {"login": f"person{number}", "team": "é" * 50}} for number in range(20_000)]
    data = json.dumps(users, ensure_ascii=False).encode()
    assert len(data) > 1 << 20
    assert [login for login, _ in found(data)] == [f"person{number}" for number in range(20_000)]


ARN = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"


@pytest.mark.parametrize(
    "text",
    [
        f"arn,team,project\n{ARN},platform,\n",
        f"ARN;Team\n{ARN};platform\n",
        json.dumps([{"arn": ARN, "tags": {"team": "platform"}}]),
        json.dumps({"arn": ARN, "tags": {"Team": "platform"}}),
        json.dumps(
            {"PaginationToken": "", "ResourceTagMappingList": [{"ResourceARN": ARN, "Tags": [tag]}]}
            if (tag := {"Key": "team", "Value": "platform"})
            else None
        ),
        json.dumps({"Results": [json.dumps({"arn": ARN, "tags": [{"key": "team", "value": "platform", "tag": "x"}]})]}),
        json.dumps({"fileVersion": "1.0", "configurationItems": [{"ARN": ARN, "tags": {"team": "platform"}}]}),
    ],
)
def test_resources_are_read_in_every_form(text: str) -> None:
    """CSV, JSON, the Resource Groups Tagging API and AWS Config give the same resource."""
    broken: list[Broken] = []
    assert next(iter(resources(io.BytesIO(text.encode()), ATTRIBUTES, broken.append)))[1:] == (ARN, ("platform", None))
    assert not broken


def test_broken_resources_are_named() -> None:
    """A text that is no ARN and tags without keys are named by line, the rest is read."""
    broken: list[Broken] = []
    csv = f"arn,team\nbucket,x\n{ARN},x\n".encode()
    assert [row[0] for row in resources(io.BytesIO(csv), ATTRIBUTES, broken.append)] == [3]
    listed = [{"arn": ARN, "tags": [{"Value": "x"}]}, {"arn": "x"}, 7, {"arn": ARN, "tags": 3}, {"arn": ARN}]
    text = "\n".join(map(json.dumps, listed)).replace("7\n", "")
    rows = list(resources(io.BytesIO(text.encode()), ATTRIBUTES, broken.append))
    assert [arn for _, arn, _ in rows] == [ARN]
    assert next(each.line for each in broken) == 2
    with pytest.raises(UnreadableFile):
        list(resources(io.BytesIO(b"name,team\n"), ATTRIBUTES, broken.append))
