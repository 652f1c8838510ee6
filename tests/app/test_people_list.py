"""A list of people as the People view shows it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import named
from wizard.access.broken import Broken
from wizard.app import people_list
from wizard.app.people_file import NotRead
from wizard.app.people_list import Outcome, PeopleList, filtered
from wizard.cli.main import main
from wizard.frozen import replace
from wizard.plan.error import PlanNotWritten

PLAN = named.plan("team-project")
HEAD = "login,team,project\n"
MIXED = HEAD + (
    "ada@example.com,platform,apollo\nbob@example.com,R&D,apollo\ncho@example.com,Platform,\n"
    '=cmd@example.com,"a""b,c",x\ndee@example.com,platform\n'
)


def heard(_part: float | None) -> None:
    """Hear how far it is."""


def outcome(path: Path, text: str) -> Outcome:
    """Return what a text comes to."""
    path.write_text(text, encoding="utf-8")
    return PeopleList(path, PLAN).outcome(heard)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the path of a list."""
    return tmp_path / "people.csv"


def test_everybody_who_fails_is_named_with_the_reasons(file: Path) -> None:
    """Those who fail are there with line and words, those who do not are counted."""
    found = outcome(file, MIXED)
    assert [(each.line, each.login, each.fails) for each in found.people] == [
        (3, "bob@example.com", True),
        (4, "cho@example.com", True),
        (5, "=cmd@example.com", True),
    ]
    assert found.summary.people == 4
    assert found.summary.ok == 1
    assert {told.reason.rule.id for told in found.people[0].told} == {"PRE103"}
    assert "&" in found.people[0].told[0].text
    assert found.broken[0].line == 6
    assert not found.stopped


def test_reasons_are_counted_by_rule_and_tag(file: Path) -> None:
    """Each reason once for a person, the most frequent first, those that make nobody fail last."""
    found = outcome(file, MIXED)
    counts = {(reason.rule.id, reason.tag): people for reason, people in found.reasons}
    assert counts[("PRE103", "team")] == 2
    assert [people for _reason, people in found.reasons] == sorted(
        (people for _reason, people in found.reasons), reverse=True
    )
    assert found.reasons[0][0].words() == "Value of the session tag has characters that AWS refuses (team)"


def test_a_filter_takes_words_and_a_reason(file: Path) -> None:
    """Every word must stand somewhere; the reason must be one of the person's."""
    found = outcome(file, MIXED)
    assert [each.login for each in filtered(found.people, "BOB pre103", None)] == ["bob@example.com"]
    assert [each.login for each in filtered(found.people, "r&d bob", None)] == ["bob@example.com"]
    assert filtered(found.people, "bob nobody", None) == ()
    missing = next(reason for reason, _people in found.reasons if reason.rule.id == "PRE105")
    assert [each.login for each in filtered(found.people, "", missing)] == ["cho@example.com"]


def test_memory_is_bounded_and_counts_are_not(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each reason the first are kept, rare ones among them wherever they stand; all are counted."""
    monkeypatch.setattr(people_list, "MOST_OF_REASON", 10)
    monkeypatch.setattr(people_list, "MOST_BROKEN", 5)
    rows = [f"p{number}@example.com,R&D,apollo\n" for number in range(500)]
    rows += ["last@example.com,,apollo\n", *("broken\n" for _ in range(20))]
    found = outcome(file, HEAD + "".join(rows))
    assert found.told == 501
    assert len(found.people) == 11
    assert found.people[-1].login == "last@example.com"
    assert [people for _reason, people in found.reasons] == [500, 1]
    assert found.broken[-1] == Broken(found.broken[0].line + 4, found.broken[-1].message)
    assert (len(found.broken), found.summary.broken) == (5, 20)


def test_long_values_are_not_kept(file: Path) -> None:
    """A person with a value of a fifty thousand characters is told in a few."""
    found = outcome(file, HEAD + f"ada@example.com,{'x' * 50_000},apollo\n")
    assert len(found.people[0].searched) < 1_000


def test_progress_grows_to_the_end(file: Path) -> None:
    """It is told by bytes that were read."""
    file.write_text(HEAD + "ada@example.com,platform,apollo\n" * 50_000)
    parts: list[float] = []
    PeopleList(file, PLAN).outcome(lambda part: parts.append(part or 0))
    assert parts == sorted(parts)
    assert parts[-1] == 1
    assert len(parts) > 5


def test_stopped_tells_of_what_came_before(file: Path) -> None:
    """The rest of the list is not read; a line that was cut off is nobody's fault."""
    file.write_text(HEAD + "ada@example.com,R&D,apollo\n" * 200_000)
    run = PeopleList(file, PLAN)

    def stop(part: float | None) -> None:
        if part and part > 0.3:
            run.stop()

    found = run.outcome(stop)
    assert found.stopped
    assert 0 < found.summary.people < 200_000
    assert found.broken == ()


def test_whoever_waits_no_more_ends_it(file: Path) -> None:
    """What `go_on` raises goes through."""

    class Enough(Exception):
        pass

    def go_on(_part: float | None) -> None:
        raise Enough

    file.write_text(MIXED)
    with pytest.raises(Enough):
        PeopleList(file, PLAN).outcome(go_on)


@pytest.mark.parametrize(
    ("text", "reason"), [("", "the file is empty"), ("name,team\nada,platform\n", "names no column login")]
)
def test_a_file_without_people_says_why(file: Path, text: str, reason: str) -> None:
    """The reader's reason is told."""
    with pytest.raises(NotRead, match=reason):
        outcome(file, text)


def test_a_file_that_is_none_says_why(tmp_path: Path) -> None:
    """It is not there, or it is a folder."""
    with pytest.raises(NotRead, match="It cannot be read: No such file"):
        PeopleList(tmp_path / "nobody.csv", PLAN).outcome(heard)
    with pytest.raises(NotRead, match="It is no file"):
        PeopleList(tmp_path, PLAN).outcome(heard)


def test_the_table_is_the_commands(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the app writes is what the command writes, byte for byte: no cell is taken for a formula."""
    file.write_text(MIXED, encoding="utf-8")
    target = tmp_path / "failing.csv"
    assert PeopleList(file, PLAN).write(target, heard) == 3
    main(["preflight", str(named.PLANS["team-project"]), str(file), "--format", "csv"])
    text = target.read_bytes().decode()
    assert text == capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[3][1] == "'=cmd@example.com"


def test_a_table_that_cannot_be_written_leaves_what_was_there(file: Path, tmp_path: Path) -> None:
    """A list that cannot be read, or a folder that is not there: nothing is written."""
    target = tmp_path / "failing.csv"
    target.write_text("before")
    file.write_text("name\nada\n")
    with pytest.raises(NotRead):
        PeopleList(file, PLAN).write(target, heard)
    assert target.read_text() == "before"
    file.write_text(MIXED)
    with pytest.raises(PlanNotWritten):
        PeopleList(file, PLAN).write(tmp_path / "nowhere" / "failing.csv", heard)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["failing.csv", "people.csv"]


def test_users_of_okta_are_judged(file: Path) -> None:
    """A JSON list of them is a list of people."""
    users = [{"profile": {"login": "ada@example.com", "team": "a&b", "project": "apollo"}}]
    assert [each.login for each in outcome(file, json.dumps(users)).people] == ["ada@example.com"]


@pytest.mark.parametrize(
    ("tag", "value", "said"),
    [
        ({}, "R&D", 'Tag "team": "&" cannot stand in a tag value'),
        ({}, "Zu\u0308rich", "its composed form would pass"),
        ({}, "aws:team", "which AWS keeps for itself"),
        ({"allowed": ("platform",)}, "Platform", '"Platform" is not allowed for the tag "team"; "platform" is'),
        ({"separator": ":", "value": "user.team"}, "a:b", 'the member "a:b" holds ":", and so arrives as several'),
        ({"separator": ":", "value": "user.team"}, "x" * 255, "257 characters"),
    ],
)
def test_the_values_in_which_something_is_wrong_say_what(
    file: Path, tag: dict[str, Any], value: str, said: str
) -> None:
    """Each distinct value is judged by itself; those that are sound are not among them."""
    plan = replace(PLAN, tags=(replace(PLAN.tags[0], **tag), *PLAN.tags[1:]))
    file.write_text(f"{HEAD}ada,platform,apollo\nbob,{value},apollo\n", encoding="utf-8")
    found = PeopleList(file, plan).outcome(heard)
    assert [list(each) for each in found.faulty] == [[value], []]
    assert said in found.faulty[0][value]


def test_a_member_of_a_list_is_not_measured_by_what_whole_lists_may_be(file: Path) -> None:
    """The trust policy compares a list whole, so that one member says nothing about it."""
    plan = replace(PLAN, tags=(replace(PLAN.tags[0], separator=":", allowed=(":a:b:",)), *PLAN.tags[1:]))
    file.write_text(f'{HEAD}ada,"a,b",apollo\n', encoding="utf-8")
    found = PeopleList(file, plan).outcome(heard)
    assert [each.value for each in found.summary.tags[0].values] == ["a", "b"]
    assert found.faulty == ({}, {})


def test_values_that_are_too_long_are_counted_together(file: Path) -> None:
    """They are not among the distinct values; how many people have one is known."""
    found = outcome(file, f"{HEAD}ada,{'x' * 257},apollo\nbob,{'y' * 300},apollo\ncho,{'z' * 256},apollo\n")
    assert [tag.longer for tag in found.summary.tags] == [2, 0]
    assert [each.value for each in found.summary.tags[0].values] == ["z" * 256]
