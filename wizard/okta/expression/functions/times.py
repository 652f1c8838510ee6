"""The functions of time: ``Time.*`` on text, and the dates and times of Identity Engine.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#time-functions and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#time-functions
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from wizard.language import N_
from wizard.okta.expression import moment, note, time_pattern
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter, Run
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Moment, Value, ValueType
from wizard.plan.model import Claims

_EASTERN: Final = "America/New_York"


def _now(row: Row) -> datetime:
    if row.surroundings.now is None:
        raise CannotEvaluate(N_("The time of the sign-in is not known here."), 0)
    return moment.in_zone(row.surroundings.now, UTC)


def _in_zone(row: Row, time: datetime, name: str) -> datetime:
    if name == "EST":
        row.note(note.ZONE_EST)
    return moment.in_zone(time, moment.zone(_EASTERN if name == "EST" else name))


def now_text(row: Row, name: str = "UTC", pattern: str | None = None) -> Value:
    """Return the time of the sign-in as text, in a zone and a pattern."""
    time = _in_zone(row, _now(row), name) if name != "UTC" else _now(row)
    return moment.iso8601_of(time) if pattern is None else time_pattern.written(time, pattern)


def windows_to_iso8601(_row: Row, time: str) -> Value:
    """Return a Windows time as ISO 8601."""
    return moment.iso8601_of(moment.from_windows(time))


def unix_to_iso8601(row: Row, time: str) -> Value:
    """Return a Unix time as ISO 8601."""
    row.note(note.UNIX_UNIT)
    return moment.iso8601_of(moment.from_unix(time))


def text_to_iso8601(_row: Row, time: str, pattern: str) -> Value:
    """Return a time in a pattern as ISO 8601."""
    return moment.iso8601_of(time_pattern.read(time, pattern))


def iso8601_to_windows(_row: Row, time: str) -> Value:
    """Return ISO 8601 as a Windows time."""
    return moment.windows_of(moment.from_iso8601(time))


def iso8601_to_unix(row: Row, time: str) -> Value:
    """Return ISO 8601 as a Unix time."""
    row.note(note.UNIX_UNIT)
    return moment.unix_of(moment.from_iso8601(time))


def iso8601_to_text(_row: Row, time: str, pattern: str) -> Value:
    """Return ISO 8601 in a pattern."""
    return time_pattern.written(moment.from_iso8601(time), pattern)


def now(row: Row) -> Value:
    """Return the time of the sign-in."""
    return Moment(_now(row))


def from_windows(_row: Row, text: str) -> Value:
    """Return the time of a Windows time."""
    return Moment(moment.from_windows(text))


def from_unix(_row: Row, text: str) -> Value:
    """Return the time of a Unix time."""
    return Moment(moment.from_unix(text))


def from_text(_row: Row, text: str, pattern: str | None = None) -> Value:
    """Return the time that a text tells, as ISO 8601 or in a pattern."""
    return Moment(moment.from_iso8601(text) if pattern is None else time_pattern.read(text, pattern))


def to_windows(_row: Row, time: Moment) -> Value:
    """Return a time as a Windows time."""
    return moment.windows_of(time.value)


def to_unix(_row: Row, time: Moment) -> Value:
    """Return a time as a Unix time, in milliseconds."""
    return moment.unix_of(time.value)


def to_text(_row: Row, time: Moment, pattern: str | None = None) -> Value:
    """Return a time as text, in a pattern where one is given."""
    return time.text if pattern is None else time_pattern.written(time.value, pattern)


def to_zone(row: Row, time: Moment, name: str) -> Value:
    """Return the same time, told in another zone."""
    return Moment(_in_zone(row, time.value, name))


def _moved(unit: int, sign: int) -> Run:
    def moved(_row: Row, time: Moment, count: int) -> Value:
        return Moment(moment.shifted(time.value, timedelta(), sign * unit * count))

    return moved


def _within(unit: int) -> Run:
    def within(row: Row, time: Moment, count: int) -> Value:
        age = _now(row) - time.value
        if age < timedelta():
            row.note(note.FUTURE_TIME)
            return False
        return age.total_seconds() <= unit * count

    return within


_SECTION: Final = "time-functions"
_STRING, _TIME = ValueType.STRING, ValueType.DATE_TIME
_TEXT = Parameter("time")
_FORMAT = Parameter("format")
_OPTIONAL_FORMAT = Parameter("format", optional=True)
_UNITS: Final = (("Days", 86_400), ("Hours", 3_600), ("Minutes", 60), ("Seconds", 1))


def _function(name: str, parameters: tuple[Parameter, ...], run: Run, about: str) -> Function:
    return Function(name, Claims.STATEMENTS, _SECTION, parameters, result=_STRING, run=run, about=about)


def _parsing(name: str, parameters: tuple[Parameter, ...], run: Run, about: str) -> Function:
    return Function(name, Claims.FEDERATED, _SECTION, parameters, result=_TIME, run=run, about=about, receiver=_STRING)


def _method(name: str, parameters: tuple[Parameter, ...], result: ValueType, run: Run, about: str) -> Function:
    return Function(name, Claims.FEDERATED, _SECTION, parameters, result=result, run=run, about=about, receiver=_TIME)


def _spans(verb: str, result: ValueType, runs: dict[str, Run], about: str) -> tuple[Function, ...]:
    return tuple(
        _method(f".{verb}{unit}", (Parameter(unit.lower(), ValueType.INTEGER),), result, run, about)
        for unit, run in runs.items()
    )


TIME_FUNCTIONS: Final = (
    _function(
        "Time.now",
        (Parameter("zone", optional=True), _OPTIONAL_FORMAT),
        now_text,
        N_("The time of the sign-in, in UTC and ISO 8601 unless a zone and a format say otherwise."),
    ),
    _function("Time.fromWindowsToIso8601", (_TEXT,), windows_to_iso8601, N_("A Windows time as ISO 8601.")),
    _function("Time.fromUnixToIso8601", (_TEXT,), unix_to_iso8601, N_("A Unix time as ISO 8601.")),
    _function("Time.fromStringToIso8601", (_TEXT, _FORMAT), text_to_iso8601, N_("A time in a format as ISO 8601.")),
    _function("Time.fromIso8601ToWindows", (_TEXT,), iso8601_to_windows, N_("ISO 8601 as a Windows time.")),
    _function("Time.fromIso8601ToUnix", (_TEXT,), iso8601_to_unix, N_("ISO 8601 as a Unix time.")),
    _function("Time.fromIso8601ToString", (_TEXT, _FORMAT), iso8601_to_text, N_("ISO 8601 in a format.")),
    Function(
        "DateTime.now",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=_TIME,
        run=now,
        about=N_("The time of the sign-in, in UTC."),
    ),
    Function(
        "Time.now", Claims.FEDERATED, _SECTION, (), result=_TIME, run=now, about=N_("The time of the sign-in, in UTC.")
    ),
    _parsing(".parseWindowsTime", (), from_windows, N_("The time of a Windows time.")),
    _parsing(".parseUnixTime", (), from_unix, N_("The time of a Unix time in milliseconds.")),
    _parsing(".parseStringTime", (_OPTIONAL_FORMAT,), from_text, N_("The time of ISO 8601, or of text in a format.")),
    _method(".toWindows", (), _STRING, to_windows, N_("The time as a Windows time.")),
    _method(".toUnix", (), _STRING, to_unix, N_("The time as a Unix time in milliseconds.")),
    _method(".toString", (_OPTIONAL_FORMAT,), _STRING, to_text, N_("The time as ISO 8601, or in a format.")),
    _method(".toZone", (Parameter("zone"),), _TIME, to_zone, N_("The same time, told in another zone.")),
    *_spans("plus", _TIME, {unit: _moved(size, 1) for unit, size in _UNITS}, N_("The time that much later.")),
    *_spans("minus", _TIME, {unit: _moved(size, -1) for unit, size in _UNITS}, N_("The time that much earlier.")),
    *_spans(
        "within",
        ValueType.BOOLEAN,
        {unit: _within(size) for unit, size in _UNITS},
        N_("Whether the time lies at most that long before the sign-in."),
    ),
)
"""Every function of time, in the order of Okta's pages."""
