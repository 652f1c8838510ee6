"""What a preflight says of the list as a whole: distinct values, columns that lack, memory that stays."""

import io

import pytest

from tests.access.preflight.people import judged, plan_of, users
from wizard.access.preflight import column, tally
from wizard.access.preflight.run import Preflight

TEAM = plan_of("tags: [{key: team, value: user.team}]")


def test_distinct_values_are_counted_and_lookalikes_stand_together() -> None:
    """Values that differ in case, white space or the form of accents alone are a group."""
    teams = ["platform"] * 3 + ["Platform", "platform ", "data", "équipe", "e\u0301quipe", "Data  1", "data 1"]
    (tag,) = judged(TEAM, users(*({"team": team} for team in teams), {})).summary.tags
    assert tag.values[0] == ("platform", 3)
    assert (len(tag.values), tag.without, tag.overflown) == (8, 1, False)
    assert [{each.value for each in group} for group in tag.alike] == [
        {"platform", "Platform", "platform "},
        {"Data  1", "data 1"},
        {"équipe", "e\u0301quipe"},
    ]


def test_members_of_lists_are_counted_by_themselves() -> None:
    """Of a list tag the members are counted, once for each person."""
    plan = plan_of("tags: [{key: teams, value: user.teams, separator: ':'}]")
    (tag,) = judged(plan, users({"teams": ["a", "b"]}, {"teams": ["b", "b"]}, {"teams": []})).summary.tags
    assert tag.values == (("b", 2), ("a", 1))
    assert tag.without == 1


@pytest.mark.parametrize("required", ["true", "false"])
def test_a_column_that_lacks_is_named(required: str) -> None:
    """A CSV file without a column for an attribute is told for the tag that reads it."""
    plan = plan_of(f"tags: [{{key: team, value: 'user.team', required: {required}}}, {{key: a, value: user.a}}]")
    summary = judged(plan, "login,a\nada@example.com,x\n").summary
    assert [tag.absent for tag in summary.tags] == [("team",), ()]
    assert summary.failing == (required == "true")


def test_too_many_distinct_values_are_said_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the number that memory is given for, it is known that there are more; all are judged all the same."""
    monkeypatch.setattr(tally, "MOST", 10)
    monkeypatch.setattr(column, "_REMEMBERED", 20)
    rows = "".join(f"person{number},team {number}{'&' * (number % 7 == 0)}\n" for number in range(5000))
    found = judged(TEAM, f"login,team\n{rows}")
    assert found.summary.tags[0].overflown
    assert found.summary.tags[0].values == ()
    assert [person.login for person in found.people] == [f"person{number}" for number in range(0, 5000, 7)]


def test_a_stopped_run_tells_of_what_came_before() -> None:
    """The summary after some batches counts those people."""
    rows = "".join(f"person{number},{'R&D' * (number % 2)}\n" for number in range(20_000))
    run = Preflight(TEAM)
    batches = run.judged(io.BytesIO(f"login,team\n{rows}".encode()), print)
    told = len(next(batches))
    assert 0 < run.people < 20_000
    assert run.summary().people == run.people == run.summary().failing == told
