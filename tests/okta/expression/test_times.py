"""Dates and times."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import available_timezones

import pytest

from wizard.okta.expression import CannotEvaluate, Surroundings, note, parsed, value_of
from wizard.okta.expression.time_pattern import read, written
from wizard.okta.expression.value_type import Moment
from wizard.plan.model import Claims, Person

ADA = Person("ada@example.com")
NOW = datetime(2024, 2, 29, 13, 5, 9, 70_000, tzinfo=timezone(timedelta(hours=2)))
KNOWN = Surroundings(now=NOW)


def value(text: str, claims: Claims) -> object:
    """Return what an expression gives at NOW."""
    return value_of(parsed(text, claims), ADA, KNOWN).value


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("yyyy-MM-dd'T'HH:mm:ss.SSSZZ", "2024-02-29T13:05:09.070+02:00"),
        ("yy/M/d h:m:s a Z", "24/2/29 1:5:9 PM +0200"),
        ("EEE, d MMM yyyy", "Thu, 29 Feb 2024"),
        ("EEEE d MMMM YYYY", "Thursday 29 February 2024"),
        ("'it''s' HH", "it's 13"),
        ("''yyyy", "'2024"),
        ("SSSSSSSS", "07000000"),
        ("", ""),
    ],
)
def test_a_time_is_written_in_a_pattern(pattern: str, text: str) -> None:
    """The letters of Joda-Time's patterns give the parts of the time, quoted text stands for itself."""
    assert written(NOW, pattern) == text


def test_a_moment_is_its_time() -> None:
    """Two moments of one time are one value, and no moment is the time itself."""
    assert len({Moment(NOW), Moment(NOW.astimezone(UTC))}) == 1
    assert Moment(NOW) != NOW


def test_hours_of_half_a_day_run_from_one_to_twelve() -> None:
    """Midnight and noon are twelve."""
    assert [written(NOW.replace(hour=hour), "h a") for hour in (0, 11, 12, 23)] == ["12 AM", "11 AM", "12 PM", "11 PM"]


@pytest.mark.parametrize(
    ("text", "pattern", "time"),
    [
        ("2024-02-29", "yyyy-MM-dd", datetime(2024, 2, 29, tzinfo=UTC)),
        ("Feb 2024", "MMM yyyy", datetime(2024, 2, 1, tzinfo=UTC)),
        ("2024", "yyyy", datetime(2024, 1, 1, tzinfo=UTC)),
        ("12:30 AM 2024", "h:mm a yyyy", datetime(2024, 1, 1, 0, 30, tzinfo=UTC)),
        ("12:30 pm 2024", "h:mm a yyyy", datetime(2024, 1, 1, 12, 30, tzinfo=UTC)),
        (
            "Thursday 1.5 2024 +0130",
            "EEEE s.S yyyy Z",
            datetime(2024, 1, 1, 0, 0, 1, 500_000, timezone(timedelta(minutes=90))),
        ),
    ],
)
def test_a_time_is_read_in_a_pattern(text: str, pattern: str, time: datetime) -> None:
    """Parts that the pattern lacks are the first of their kind, in UTC."""
    assert read(text, pattern) == time


@pytest.mark.parametrize(
    ("claims", "text", "result"),
    [
        (Claims.STATEMENTS, "Time.now()", "2024-02-29T11:05:09.070Z"),
        (Claims.STATEMENTS, "Time.now('UTC', 'HH')", "11"),
        (Claims.STATEMENTS, "Time.fromUnixToIso8601('-1')", "1969-12-31T23:59:59.999Z"),
        (Claims.STATEMENTS, "Time.fromIso8601ToUnix('1970-01-01T02:00+02:00')", "0"),
        (Claims.STATEMENTS, "Time.fromIso8601ToUnix('1969-12-31T22:30:00,5-0130')", "500"),
        (Claims.FEDERATED, "DateTime.now().toString()", "2024-02-29T11:05:09.070Z"),
        (Claims.FEDERATED, "DateTime.now().plusDays(1).withinDays(1)", False),
        (Claims.FEDERATED, "DateTime.now().plusDays(366).toString('yyyy-MM-dd')", "2025-03-01"),
    ],
)
def test_times_are_converted(claims: Claims, text: str, result: object) -> None:
    """The time of the sign-in is told in UTC; Unix times count milliseconds and may be negative."""
    assert value(text, claims) == result


def test_what_is_open_about_times_is_noted() -> None:
    """The unit of Unix times and times that lie ahead are noted."""
    unix = value_of(parsed("Time.fromUnixToIso8601('0')", Claims.STATEMENTS), ADA, KNOWN)
    ahead = value_of(parsed("DateTime.now().plusDays(1).withinDays(1)", Claims.FEDERATED), ADA, KNOWN)
    assert (unix.notes, ahead.notes) == ((note.UNIX_UNIT,), (note.FUTURE_TIME,))


@pytest.mark.skipif("America/New_York" not in available_timezones(), reason="this system has no table of time zones")
def test_est_follows_daylight_saving_with_a_note() -> None:
    """Okta's example shows EST four hours behind in July, its table five; the example is followed and noted."""
    evaluation = value_of(parsed("Time.now('EST')", Claims.STATEMENTS), ADA, KNOWN)
    assert (evaluation.value, evaluation.notes) == ("2024-02-29T06:05:09.070-05:00", (note.ZONE_EST,))


@pytest.mark.parametrize(
    ("claims", "text", "reason"),
    [
        (Claims.STATEMENTS, "Time.now('No/Such')", "The time zone No/Such is not known on this machine."),
        (Claims.STATEMENTS, "Time.now('../etc')", "'../etc' is no name of a time zone."),
        (Claims.STATEMENTS, "Time.fromUnixToIso8601('soon')", "'soon' is no count of time."),
        (Claims.STATEMENTS, "Time.fromUnixToIso8601('" + "9" * 24 + "')", "The time lies beyond the year 9999"),
        (Claims.STATEMENTS, "Time.fromUnixToIso8601('" + "9" * 26 + "')", f"'{'9' * 26}' is no count of time."),
        (Claims.STATEMENTS, "Time.fromIso8601ToUnix('2024-02-30')", "'2024-02-30' is no date and time of ISO 8601."),
        (Claims.STATEMENTS, "Time.fromIso8601ToUnix('yesterday')", "'yesterday' is no date and time of ISO 8601."),
        (Claims.STATEMENTS, "Time.fromStringToIso8601('x', 'yyyy')", "'x' is no date and time in the pattern 'yyyy'."),
        (Claims.STATEMENTS, "Time.fromStringToIso8601('1', 'd')", "'1' is no date and time in the pattern 'd'."),
        (Claims.STATEMENTS, "Time.fromStringToIso8601('1 1', 'd d')", "'d d' names a part of the time twice."),
        (Claims.STATEMENTS, "Time.fromStringToIso8601('1', 'w')", "The pattern letter w is not evaluated here."),
        (Claims.STATEMENTS, "Time.now('UTC', 'w')", "The pattern letter w is not evaluated here."),
        (Claims.STATEMENTS, 'Time.now("UTC", "\'")', '"\'" is no pattern of a date and time.'),
        (Claims.STATEMENTS, "Time.now('UTC', '" + "y" * 101 + "')", "'yyyyyyyy"),
        (Claims.FEDERATED, "DateTime.now().plusDays(999999999)", "The time lies beyond the year 9999"),
        (
            Claims.FEDERATED,
            "'0001-01-01T00:00:00+10:00'.parseStringTime().toZone('Etc/UTC')",
            "The time lies beyond the year 9999",
        ),
    ],
)
def test_a_time_that_cannot_be_told_says_why(claims: Claims, text: str, reason: str) -> None:
    """Zones, counts, dates and patterns that make no sense give the reason."""
    if "Etc/UTC" in text and "Etc/UTC" not in available_timezones():
        pytest.skip("this system has no table of time zones")
    with pytest.raises(CannotEvaluate) as caught:
        value(text, claims)
    assert caught.value.reason[: len(reason)] == reason
