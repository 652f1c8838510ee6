"""Reads JSON that nobody vouches for.

It is decoded a member of a list at a time: a browser's recording of a morning is decoded in half a second, during
which nothing else could run, and most of it is of no use. For the same reason its bytes are read as if each were a
character, and only what is kept is decoded: what is not ASCII stands between quotation marks, and ends none.
"""

import json
import re
from collections.abc import Callable
from typing import Any, Final

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.limits import LARGEST_DOCUMENT, MOST_JSON_CONTAINERS, MOST_JSON_VALUES

Path = tuple[str, ...]
Matters = Callable[[Path, Any], bool]
"""Takes the names that lead to a list and a member of it, and tells whether the member is kept."""

_BYTES: Final = "latin-1"
"""The encoding in which each byte is a character."""

_DEPTH: Final = 2
"""Objects within which lists are read by members; what stands deeper is decoded as a whole."""
_SPACES: Final = " \t\n\r"
_SPACE: Final = re.compile(f"[{_SPACES}]*")
_STRING: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SOME_STRINGS: Final = re.compile(r'(?:[^"]*+"[^"\\]*+(?:\\.[^"\\]*+)*+"){1,10000}+', re.DOTALL)


def parsed_json(data: bytes, matters: Matters = lambda _path, _member: True) -> Any:
    """Return the value of UTF-8, without members of lists that do not matter; Unusable where it is no JSON.

    Several values, as JSON lines hold them and AWS's command line prints them between tabs, give a list. A member is
    judged before it is decoded: where it is not ASCII, `matters` sees its bytes as characters.
    """
    text = data.decode(_BYTES)
    if len(text) > LARGEST_DOCUMENT:
        _require_few_parts(text)
    try:
        return _Document(text, matters).read()
    except json.JSONDecodeError as error:
        before = text[error.pos - error.colno + 1 : error.pos].encode(_BYTES).decode(errors="replace")
        raise Unusable(
            N_("It begins like JSON and is none: line {line}, column {column}"),
            line=error.lineno,
            column=len(before) + 1,
        ) from None
    except RecursionError:
        raise Unusable(N_("Its JSON is nested too deeply")) from None
    except ValueError:  # a number of thousands of digits
        raise Unusable(N_("Its JSON holds a number that is too long")) from None


class _Document:
    """A text of JSON that is read from its beginning to its end."""

    def __init__(self, text: str, matters: Matters) -> None:
        self._text = text
        self._matters = matters
        self._decode = json.JSONDecoder().raw_decode
        self._at = 0

    def read(self) -> Any:
        """Return the value, or the list of several; JSONDecodeError where the text is something else."""
        first = self._value(())
        if not self._next():
            return first
        kept = [first] if self._matters((), first) else []
        while self._next():
            if self._text[self._at - 1] not in _SPACES:
                raise self._wrong("Extra data")
            value = self._value(())
            if self._matters((), value):
                kept.append(value)
        return kept

    def _value(self, path: Path) -> Any:
        first = self._next()
        if first == "{" and len(path) < _DEPTH:
            return self._object(path)
        if first == "[":
            return self._list(path)
        return self._decoded()

    def _object(self, path: Path) -> dict[str, Any]:
        self._at += 1
        found: dict[str, Any] = {}
        if self._passed("}"):
            return found
        while True:
            if self._next() != '"':
                raise self._wrong("Expecting property name enclosed in double quotes")
            name = self._decoded()
            if not self._passed(":"):
                raise self._wrong("Expecting ':' delimiter")
            found[name] = self._value((*path, name))
            if self._passed("}"):
                return found
            self._demand_comma()

    def _list(self, path: Path) -> list[Any]:
        self._at += 1
        found: list[Any] = []
        if self._passed("]"):
            return found
        while True:
            self._next()
            start = self._at
            member = self._read()
            if self._matters(path, member):
                found.append(self._whole(member, start))
            if self._passed("]"):
                return found
            self._demand_comma()

    def _decoded(self) -> Any:
        start = self._at
        return self._whole(self._read(), start)

    def _read(self) -> Any:
        value, self._at = self._decode(self._text, self._at)
        return value

    def _whole(self, value: Any, start: int) -> Any:
        """Return the value that was read from there on, with its characters for their bytes."""
        text = self._text[start : self._at]
        return value if text.isascii() else self._decode(text.encode(_BYTES).decode())[0]

    def _next(self) -> str:
        """Return the next character that is no white space, an empty text at the end."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _passed(self, character: str) -> bool:
        """Pass the next character if it is this one."""
        there = self._next() == character
        self._at += there
        return there

    def _demand_comma(self) -> None:
        if not self._passed(","):
            raise self._wrong("Expecting ',' delimiter")

    def _wrong(self, what: str) -> json.JSONDecodeError:
        return json.JSONDecodeError(what, self._text, self._at)


def _require_few_parts(text: str) -> None:
    """Raise Unusable for JSON that would take many times its size in memory; what stands in strings does not count."""
    if text.count("{") + text.count("[") <= MOST_JSON_CONTAINERS and text.count(",") <= MOST_JSON_VALUES:
        return
    containers = values = at = 0
    while at < len(text):
        some = _SOME_STRINGS.match(text, at)
        end = some.end() if some else len(text)
        bare = _STRING.sub("", text[at:end])
        containers += bare.count("{") + bare.count("[")
        values += bare.count(",")
        if containers > MOST_JSON_CONTAINERS or values > MOST_JSON_VALUES:
            raise Unusable(N_("Its JSON has more parts than a browser records; record the sign-in alone"))
        at = end
