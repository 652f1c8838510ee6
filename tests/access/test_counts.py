"""Counting a file gives what reading it row by row gives, however odd the file, and names the same lines."""

import io
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.access.broken import Broken
from wizard.access.kind import Kinds
from wizard.access.people import people
from wizard.access.people_counts import people_counts
from wizard.access.resource_counts import resource_counts
from wizard.access.resources import resources
from wizard.aws.coverage.supply import resource_type
from wizard.aws.coverage.table import coverage

ATTRIBUTES = ("team", "teams", "absent")
LISTS = frozenset({"teams"})
ROWS = st.sampled_from(
    [
        "ada,platform,x", "ben,platform,x", "eve,data,", "eve,,", ",data,x", "short", "too,many,cells,here", "",
        'q,"a,b","x,y"', 'two,"lines\nin it",x', 'open,"x,y', "é,é,é", " s , t ,u", "nul\0,x,y", "\udcff,x,y",
    ]
)  # fmt: skip
HEADERS = st.sampled_from(["login,team,teams", "team,login,teams", "login;team;teams", "\ufefflogin,more,teams"])


def text(header: str, rows: Iterable[str], end: str) -> bytes:
    """Return a file of these rows, some of which are no UTF-8."""
    delimiter = ";" if ";" in header else ","
    lines = [header, *(row.replace(",", delimiter) for row in rows)]
    return end.join(lines).encode("utf-8", "surrogateescape")


@given(HEADERS, st.lists(ROWS, max_size=12), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_people_are_counted_as_they_are_read(header: str, rows: list[str], end: str, last: bool) -> None:
    """Every combination of values comes out as often as reading the file gives it."""
    data = text(header, rows, end) + (end.encode() if last else b"")
    named: list[Broken] = []
    told: list[Broken] = []
    read = Counter(values for _, _, values in people(io.BytesIO(data), ATTRIBUTES, named.append, LISTS))
    assert Counter(dict(people_counts(io.BytesIO(data), ATTRIBUTES, told.append, LISTS))) == read
    assert sorted(each.line for each in told) == sorted(each.line for each in named)


@pytest.mark.parametrize("odd", ["", '"person",a', "short", ",a", 'open,"x', "r\rr,a", "\udcff,a"])
def test_a_long_file_is_counted_whole(odd: str) -> None:
    """What is odd in the middle of three megabytes changes nothing about the rest."""
    rows = [f"person{number}@example.com,team{number % 7}" for number in range(120_000)]
    data = text("login,team", [*rows[:60_000], *([odd] if odd else []), *rows[60_000:]], "\n")
    broken: list[Broken] = []
    counts = dict(people_counts(io.BytesIO(data), ("team",), broken.append))
    assert sum(counts[f"team{number}",] for number in range(7)) == 120_000
    assert [each.line for each in broken] == ([60_002] if odd[:1] not in ("", '"') else [])


def test_values_of_json_that_are_equal_and_sent_as_different_texts() -> None:
    """True, 1 and 1.0 are three values."""
    users = [b'{"login": "%d", "team": %s}' % pair for pair in enumerate([b"true", b"1", b"1.0", b"1"])]
    counts = people_counts(io.BytesIO(b"[" + b",".join(users) + b"]"), ("team",), pytest.fail)
    assert [(repr(values[0]), count) for values, count in counts] == [("True", 1), ("1", 2), ("1.0", 1)]


ARNS = st.sampled_from(
    [
        "arn:aws:ec2:us-east-1:111122223333:instance/i-1", "arn:aws:ec2:us-east-1:111122223333:instance/i/2",
        "arn:aws:sqs:us-east-1:111122223333:queue", "arn:aws:s3:::bucket", "arn:aws:s3:::bucket/a/b",
        "arn:aws:dynamodb:us-east-1:111122223333:table/t", "arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i",
        "arn:aws:logs:us-east-1:111122223333:log-group:/aws/x:log-stream:s", "arn:aws:nowhere:a:b:c", "arn:aws:x",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:a/b:c", "bucket", "", "arn:::::",
        "arn:aws:ec2:a:b:instance", "arn:aws:iam::1:root",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(ARNS, st.sampled_from(["", "a", "é", '"q"', "x;y"])), max_size=12), st.booleans())
def test_resources_are_counted_as_they_are_read(drawn: list[tuple[str, str]], last: bool) -> None:
    """Every kind with its tags comes out as often as reading the file gives it."""
    data = text("arn,team", (f"{arn},{team}" for arn, team in drawn), "\n") + (b"\n" if last else b"")
    kinds = Kinds(("ec2", "s3", "sqs", "logs", "dynamodb", "ssm"))
    named: list[Broken] = []
    told: list[Broken] = []
    read = Counter[tuple[object, ...]]()
    for line, arn, tags in resources(io.BytesIO(data), ("team",), named.append):
        kind = kinds.of(arn)
        if kind is None:
            named.append(Broken(line, ""))
        else:
            read[kind.name, kind.place, *tags] += 1
    counts = resource_counts(io.BytesIO(data), ("team",), kinds, told.append)
    assert Counter({(kind.name, kind.place, *tags): count for (kind, tags), count in counts}) == read
    assert sorted(each.line for each in told) == sorted(each.line for each in named)


NAMES = ("name", "a/b", "a:b", "a/b/c/d", "a/index/b", "x:log-stream:y")


@pytest.mark.parametrize("prefixes", [table[start::8] for start in range(8) for table in [coverage().prefixes]])
def test_the_quick_way_to_a_type_is_right_for_every_service(prefixes: tuple[str, ...]) -> None:
    """What the beginning of an ARN settles is what matching all forms of the service gives."""
    table = coverage()
    for prefix in prefixes:
        service = table.service(prefix)
        assert service is not None
        kinds = Kinds((prefix,))
        for form in {arn for type_ in service.types for arn in type_.arns if arn.split(":")[2] == prefix}:
            for name in NAMES:
                _same(kinds, service.types, form, name)


def _same(kinds: Kinds, types: tuple[object, ...], form: str, name: str) -> None:
    """See that the kind of an ARN of a form has the type that the coverage table finds for it."""
    arn = form.replace("${Partition}", "aws").replace("${Region}", "r").replace("${Account}", "111122223333")
    *head, resource = arn.split(":", 5)
    arn = ":".join([*(part.replace("*", "1") for part in head), resource.replace("*", name)])
    kind = kinds.of(arn)
    expected = resource_type(types, arn)  # type: ignore[arg-type]
    assert kind is not None
    if expected is None:
        assert not kind.types
    else:
        assert expected.name in dict(kind.types)[kind.types[0][0]], arn
