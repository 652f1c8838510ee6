"""Dates and times: read from ISO 8601, Windows and Unix time, and written as Okta's examples show them."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from wizard.language import N_
from wizard.okta.expression.fault import CannotEvaluate

_ISO: Final = r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?"
_WINDOWS_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_UNIX_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST: Final = 25
_ZONE: Final = r"[A-Za-z][\w+-]*(?:/[\w+-]+)*"


def from_iso8601(text: str) -> datetime:
    """Return the time of an ISO 8601 text, UTC where it names no zone; CannotEvaluate for any other text."""
    match = re.fullmatch(_ISO, text, re.ASCII)
    if match is None:
        raise CannotEvaluate(N_("{text} is no date and time of ISO 8601."), 0, text=repr(text[:40]))
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    microsecond = int((match[7] or "0").ljust(6, "0")[:6])
    try:
        return datetime(year, month, day, hour, minute, second, microsecond, tzinfo=offset(match[8] or "Z"))
    except ValueError:
        raise CannotEvaluate(N_("{text} is no date and time of ISO 8601."), 0, text=repr(text[:40])) from None


def offset(text: str) -> tzinfo:
    """Return the zone of ``Z``, ``+02:00`` or ``+0200``."""
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def from_windows(text: str) -> datetime:
    """Return the time of a count of 100 nanoseconds since 1601."""
    return _later(_WINDOWS_EPOCH, text, 10_000_000)


def from_unix(text: str) -> datetime:
    """Return the time of a count of milliseconds since 1970."""
    return _later(_UNIX_EPOCH, text, 1000)


def _later(epoch: datetime, text: str, second: int) -> datetime:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(text) > _LONGEST:
        raise CannotEvaluate(N_("{text} is no count of time."), 0, text=repr(text[:40]))
    seconds, rest = divmod(int(text), second)
    return shifted(epoch, timedelta(microseconds=rest * 1_000_000 // second), seconds)


def shifted(time: datetime, span: timedelta, seconds: int = 0) -> datetime:
    """Return a time moved by a span and by whole seconds; CannotEvaluate where no calendar reaches."""
    try:
        return time + span + timedelta(seconds=seconds)
    except OverflowError:
        raise CannotEvaluate(N_("The time lies beyond the year 9999 or before the year 1."), 0) from None


def windows_of(time: datetime) -> str:
    """Return the count of 100 nanoseconds since 1601."""
    return str((time - _WINDOWS_EPOCH) // timedelta(microseconds=1) * 10)


def unix_of(time: datetime) -> str:
    """Return the count of milliseconds since 1970."""
    return str((time - _UNIX_EPOCH) // timedelta(milliseconds=1))


def iso8601_of(time: datetime, *, milliseconds: bool = True) -> str:
    """Return ISO 8601 as the classic functions write it: ``2015-07-31T17:18:37.979Z``."""
    exact = "milliseconds" if milliseconds or time.microsecond else "seconds"
    return time.isoformat(timespec=exact).replace("+00:00", "Z")


def zone(name: str) -> tzinfo:
    """Return the zone of an IANA name; CannotEvaluate where this machine knows none of that name."""
    if not re.fullmatch(_ZONE, name, re.ASCII):
        raise CannotEvaluate(N_("{name} is no name of a time zone."), 0, name=repr(name[:40]))
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - a zone is seldom asked for

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise CannotEvaluate(N_("The time zone {name} is not known on this machine."), 0, name=name) from None


def in_zone(time: datetime, place: tzinfo) -> datetime:
    """Return the same time told in another zone; CannotEvaluate where no calendar reaches."""
    try:
        return time.astimezone(place)
    except OverflowError:
        raise CannotEvaluate(N_("The time lies beyond the year 9999 or before the year 1."), 0) from None
