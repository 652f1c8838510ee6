"""Whatever the list: the quick way says what judging each person alone would say."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.access.preflight.people import Found, judged, plan_of
from wizard.access import csv_rows, json_items, lines, people_columns, stream
from wizard.access.broken import UnreadableFile
from wizard.access.people import people
from wizard.access.preflight import column, run, tally
from wizard.access.preflight.rule import VALUES
from wizard.aws.tag_text import is_legal
from wizard.okta.expression import CannotEvaluate
from wizard.okta.tag_value import tag_value
from wizard.plan.model import Person, Plan
from wizard.saml.judgement import login_measured

PLAN = plan_of("""
tags:
  - {key: team, value: user.team}
  - {key: teams, value: user.teams, separator: ':'}
  - {key: kind, value: user.kind, allowed: [a, b], required: false}
  - {key: both, value: 'user.team + "/" + user.kind'}
""")
TEXTS = st.sampled_from(
    ["", "a", "b", "A", "aws:x", "R&D", "e\u0301", "é", "x" * 257, "a\nb", "ⅷ ²", "日本"]
) | st.text(max_size=6)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from([0.0, 1.0])
PROFILES = st.fixed_dictionaries(
    {"login": st.text("ab@.'é\n", min_size=1, max_size=70)},
    optional={
        "team": SCALARS | st.lists(SCALARS, max_size=2),
        "teams": st.lists(TEXTS, max_size=3) | st.none(),
        "kind": SCALARS,
    },
)


@contextmanager
def in_pieces(size: int) -> Iterator[None]:
    """Read and judge so many bytes and people at a time, as with a file that is far longer."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (lines, "_CHUNK"),
            (stream, "_START"),
            (csv_rows, "_BATCH"),
            (csv_rows, "_PLAIN_BATCH"),
            (people_columns, "_BATCH"),
            (json_items, "_CHUNK"),
        ):
            patch.setattr(module, name, size)
        patch.setattr(run, "_MANY", 3 * size)
        yield


SIZES = st.sampled_from([5, 16, 1 << 20])


def both_ways(data: str, size: int) -> Found:
    """Return what is said of everybody, having seen that it is the same when the others are left out."""
    with in_pieces(size):
        found = judged(PLAN, data, everybody=True)
        assert judged(PLAN, data).people == [person for person in found.people if person.problems]
    return found


def alone(plan: Plan, person: Person) -> list[tuple[str, str | None]]:
    """Return what judging one person without any of the quick ways says."""
    found: list[tuple[str, str | None]] = [("PRE101", None)] * (login_measured(person.login) is not None)
    for tag in plan.tags:
        try:
            value = tag_value(tag, plan.okta.claims, person)
        except CannotEvaluate:
            continue
        found += [(rule.id, tag.key) for rule, judged in VALUES for _ in judged.measure(tag, value)]
    return found


def expected(plan: Plan, profiles: list[dict[str, object]]) -> list[list[tuple[str, str | None]]]:
    """Return the same for everybody."""
    held = [
        Person(
            str(profile["login"]),
            tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in profile.items()),
        )
        for profile in profiles
    ]
    return [alone(plan, person) for person in held]


@given(st.lists(PROFILES, max_size=12), SIZES)
def test_json_is_judged_as_each_person_alone(profiles: list[dict[str, object]], size: int) -> None:
    """A list of users and the lines of them give for each person what judging that person alone gives."""
    for text in (json.dumps(profiles), "\n".join(map(json.dumps, profiles))):
        if not profiles and not text:
            continue
        found = both_ways(text, size)
        said = [
            [(problem.rule.id, problem.tag) for problem in person.problems if problem.fails] for person in found.people
        ]
        assert said == expected(PLAN, profiles)
        assert not found.broken


CELLS = st.text("ab,;&'é\n\" \u0301", max_size=5) | TEXTS.filter(lambda text: "\r" not in text)


@given(
    st.lists(st.tuples(st.text("ab@.'", min_size=1, max_size=4), CELLS, CELLS, CELLS), max_size=40),
    st.sampled_from(["\n", "\r\n"]),
    SIZES,
)
def test_csv_is_judged_as_each_person_alone(rows: list[tuple[str, str, str, str]], end: str, size: int) -> None:
    """Quoted cells, line ends in cells, and pieces that end anywhere: each person is judged as if alone."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator=end).writerows([("login", "team", "teams", "kind"), *rows])
    found = both_ways("\ufeff" + text.getvalue().encode("utf-8", "replace").decode(), size)
    profiles: list[dict[str, object]] = [
        {
            "login": login,
            "team": team.encode("utf-8", "replace").decode() or None,
            "teams": teams.encode("utf-8", "replace").decode().split(",") if teams else None,
            "kind": kind.encode("utf-8", "replace").decode() or None,
        }
        for login, team, teams, kind in rows
    ]
    said = [[(each.rule.id, each.tag) for each in person.problems if each.fails] for person in found.people]
    assert not found.broken
    assert said == expected(PLAN, profiles)


@given(
    st.lists(st.sampled_from(["ok", "v" * 256, "v" * 257, "aws:x", "AWS", "a&b", "²", "é", "e\u0301", "_.:/=+-@ "])),
    st.booleans(),
)
def test_values_of_which_none_is_remembered_are_judged_alike(values: list[str], overflown: bool) -> None:
    """The look at many values at once, and the memory that is full, change nothing."""
    plan = plan_of("tags: [{key: team, value: user.team}]")
    profiles: list[dict[str, object]] = [{"login": "ada", "team": value} for value in values]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(column, "_REMEMBERED", 0)
        patch.setattr(column, "_LEAST", 0)
        patch.setattr(tally, "MOST", 0 if overflown else 100)
        patch.setattr(csv_rows, "_PLAIN_BATCH", 3)
        patch.setattr(run, "_MANY", 6)
        found = judged(plan, "login,team\n" + "".join(f"ada,{value}\n" for value in values), everybody=True)
    assert [[(each.rule.id, each.tag) for each in person.problems] for person in found.people] == expected(
        plan, profiles
    )


def test_every_word_character_is_legal_in_a_tag() -> None:
    """What the look at many values at once takes for sound is a letter, a number or the underscore."""
    word = re.compile(r"\w")
    assert all(is_legal(chr(code)) for code in range(sys.maxunicode + 1) if word.match(chr(code)))


@given(st.binary(max_size=200), SIZES)
def test_any_bytes_end_in_people_broken_lines_or_one_refusal(data: bytes, size: int) -> None:
    """Whatever the bytes, they are judged, named by line, or refused as a whole; and read as people() reads them."""
    for start in (b"", b"login,team\n", b"login;team;kind\r\n", b"[", b'{"profile":', b'[{"profile": {"login": "a"}},'):
        with in_pieces(size):
            try:
                found = judged(PLAN, start + data, everybody=True)
            except UnreadableFile:
                continue
        assert found.summary.people == len(found.people)
        assert found.summary.broken == len(found.broken)
        assert all(each.line >= 1 for each in found.broken)


LINES = ("ada,x\n", 'ada,"x\ny"\n', "ada\n", 'ada,"x\n', "\n", ",x\n", "a,b,c\n", "ada,\rx\n")


@given(st.lists(st.sampled_from(LINES)), SIZES)
def test_the_quick_reading_finds_the_people_and_the_broken_lines_of_the_slow_one(parts: list[str], size: int) -> None:
    """Logins, lines and broken lines are those of people()."""
    data = ("login,team\n" + "".join(parts)).encode()
    slow_broken: list[int] = []
    slow = [(line, login, values) for line, login, values in people(io.BytesIO(data), ("team",), _noting(slow_broken))]
    broken: list[int] = []
    attributes = people_columns.Attributes(("team",), frozenset())
    with in_pieces(size):
        read = people_columns.people_columns(io.BytesIO(data), attributes, _noting(broken))
        quick = [
            (line, login, (read.values[0](key),))
            for batch in read.batches
            for line, login, key in zip(batch.lines, batch.logins, batch.keys[0], strict=True)
        ]
    assert quick == slow
    assert sorted(broken) == sorted(slow_broken)


def _noting(numbers: list[int]):
    return lambda broken: numbers.append(broken.line)
