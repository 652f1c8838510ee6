"""Dates and times in a pattern of letters, as Joda-Time has them: ``yyyy-MM-dd HH:mm:ss``.

Source: https://www.joda.org/joda-time/key_format.html. Names are English. Letters of the week, the era and the like are
not taken.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from wizard.language import N_
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.moment import offset

_PIECE: Final = r"'((?:[^']|'')*)'|(([A-Za-z])\3*)|([^A-Za-z']+)"
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST: Final = 100
_NAMED: Final = 3
_FULL: Final = 4


def pieces(pattern: str) -> list[tuple[str, str]]:
    """Return the pieces of a pattern: a letter run as (letters, ""), fixed text as ("", text)."""
    if len(pattern) > _LONGEST or "".join(match[0] for match in re.finditer(_PIECE, pattern)) != pattern:
        raise CannotEvaluate(N_("{pattern} is no pattern of a date and time."), 0, pattern=repr(pattern[:40]))
    found: list[tuple[str, str]] = []
    for quoted, letters, _letter, other in re.findall(_PIECE, pattern):
        found.append((letters, "" if letters else (quoted.replace("''", "'") or other or "'")))
    return found


def written(time: datetime, pattern: str) -> str:
    """Return the time in the pattern."""
    return "".join(text if not letters else _written(time, letters) for letters, text in pieces(pattern))


def _written(time: datetime, letters: str) -> str:
    write = _WRITERS.get(letters[0])
    if write is None:
        raise _unknown(letters)
    return write(time, len(letters))


def _unknown(letters: str) -> CannotEvaluate:
    return CannotEvaluate(N_("The pattern letter {letter} is not evaluated here."), 0, letter=letters[0])


def _year(time: datetime, count: int) -> str:
    return f"{time.year % 100:02}" if count == 2 else str(time.year).zfill(count)


def _month(time: datetime, count: int) -> str:
    if count < _NAMED:
        return str(time.month).zfill(count)
    name = _MONTHS[time.month - 1]
    return name if count >= _FULL else name[:3]


def _weekday(time: datetime, count: int) -> str:
    name = _DAYS[time.weekday()]
    return name if count >= _FULL else name[:3]


def _zone(time: datetime, count: int) -> str:
    text = time.strftime("%z")[:5]
    return text if count == 1 else f"{text[:3]}:{text[3:]}"


_WRITERS: Final[dict[str, Callable[[datetime, int], str]]] = {
    "y": _year,
    "Y": _year,
    "M": _month,
    "d": lambda time, count: str(time.day).zfill(count),
    "E": _weekday,
    "H": lambda time, count: str(time.hour).zfill(count),
    "h": lambda time, count: str(time.hour % 12 or 12).zfill(count),
    "m": lambda time, count: str(time.minute).zfill(count),
    "s": lambda time, count: str(time.second).zfill(count),
    "S": lambda time, count: f"{time.microsecond:06}"[:count].ljust(count, "0"),
    "a": lambda time, _count: "AM" if time.hour < 12 else "PM",
    "Z": _zone,
}

_READERS: Final = {
    "y": r"(?P<year>\d{4})",
    "Y": r"(?P<year>\d{4})",
    "d": r"(?P<day>\d{1,2})",
    "H": r"(?P<hour>\d{1,2})",
    "h": r"(?P<hour>\d{1,2})",
    "m": r"(?P<minute>\d{1,2})",
    "s": r"(?P<second>\d{1,2})",
    "S": r"(?P<fraction>\d{1,6})",
    "a": r"(?P<half>AM|PM|am|pm)",
    "Z": r"(?P<zone>Z|[+-]\d\d:?\d\d)",
    "E": "(?:" + "|".join(f"{day}|{day[:3]}" for day in _DAYS) + ")",
}
_MONTH_NUMBER: Final = r"(?P<month>\d{1,2})"
_MONTH_NAME: Final = "(?P<name>" + "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + ")"


def read(text: str, pattern: str) -> datetime:
    """Return the time that a text tells in the pattern, in UTC where it names no zone; CannotEvaluate otherwise."""
    regex = "".join(re.escape(fixed) if not letters else _reader(letters) for letters, fixed in pieces(pattern))
    try:
        match = re.fullmatch(regex, text[: _LONGEST * 2], re.ASCII)
    except re.error:
        raise CannotEvaluate(N_("{pattern} names a part of the time twice."), 0, pattern=repr(pattern)) from None
    parts = match.groupdict() if match is not None else {}
    try:
        return _time(parts)
    except (KeyError, ValueError, TypeError):
        raise CannotEvaluate(
            N_("{text} is no date and time in the pattern {pattern}."), 0, text=repr(text[:40]), pattern=repr(pattern)
        ) from None


def _reader(letters: str) -> str:
    if letters[0] == "M":
        return _MONTH_NUMBER if len(letters) < _NAMED else _MONTH_NAME
    if letters[0] not in _READERS:
        raise _unknown(letters)
    return _READERS[letters[0]]


def _time(parts: dict[str, str]) -> datetime:
    hour = int(parts.get("hour", 0))
    if "half" in parts:
        hour = hour % 12 + 12 * (parts["half"].lower() == "pm")
    return datetime(
        int(parts["year"]),
        _month_of(parts),
        int(parts.get("day", 1)),
        hour,
        int(parts.get("minute", 0)),
        int(parts.get("second", 0)),
        int(parts.get("fraction", "0").ljust(6, "0")),
        tzinfo=offset(parts["zone"]) if "zone" in parts else UTC,
    )


def _month_of(parts: dict[str, str]) -> int:
    if "name" in parts:
        return [month[:3] for month in _MONTHS].index(parts["name"][:3]) + 1
    return int(parts.get("month", 1))
