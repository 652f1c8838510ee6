"""The items of a JSON document, one after the other: a list, JSON lines, or an object that holds the list.

No more than an item and a piece of the file are in memory at a time. An item that is no JSON is named by its line,
and the reading goes on at the next line that begins an item.
"""

import codecs
import json
import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from wizard.access.broken import Broken, OnBroken
from wizard.access.stream import Readable
from wizard.language import _

Item = tuple[int, Any]
"""The number of the line on which the item begins, and the item."""

_SPACE: Final = re.compile(r"[ \t\r\n\ufeff]*")
_NEXT: Final = re.compile(r"\n[ \t]*(?=\{)")
_NO_UTF8: Final = re.compile("[\udc80-\udcff]")
_CHUNK: Final = 1 << 18
_LONGEST: Final = 4 << 20
_OF_NUMBERS: Final = "+-.eE0123456789"
_TOKEN: Final = 16
"""Characters that the longest broken-off token before the end of a piece can have, but for a string."""


class NoUtf8(ValueError):
    """A value that is JSON but for bytes in it that are no UTF-8; it has been passed."""


class _Text:
    """A piece of the document, which grows at its end and shrinks at its beginning."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._line = 1
        self._counted = 0
        self._decode = json.JSONDecoder().raw_decode
        self.text = ""
        self.at = 0
        self.ended = False

    def grow(self) -> None:
        """Read on, and forget what is behind."""
        self.line()
        chunk = self._stream.read(_CHUNK)
        self.ended = not chunk
        self.text = self.text[self.at :] + self._decoder.decode(chunk, final=self.ended)
        self.at = self._counted = 0

    def line(self) -> int:
        """Return the number of the line at which the reading stands."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def peek(self) -> str:
        """Return the next character that is no white space, without passing it; an empty text at the end."""
        while True:
            space = _SPACE.match(self.text, self.at)
            self.at = space.end() if space else self.at
            if self.at < len(self.text) or self.ended:
                return self.text[self.at : self.at + 1]
            self.grow()

    def passed(self, character: str) -> bool:
        """Pass the next character if it is this one."""
        if self.peek() != character:
            return False
        self.at += 1
        return True

    def demand(self, character: str) -> None:
        """Pass the next character; ValueError where it is another one."""
        if not self.passed(character):
            found = self.peek() or _("the end of the file")
            raise ValueError(_("{expected} is expected, not {found}").format(expected=character, found=found))

    def value(self) -> Any:
        """Return the JSON value that begins here, and pass it; ValueError where there is none."""
        self.peek()
        while True:
            try:
                found, end = self._decode(self.text, self.at)
            except json.JSONDecodeError as error:
                if self.ended or not self._broken_off(error):
                    raise
                self.grow()
                continue
            except RecursionError as error:
                raise ValueError(_("it is nested too deeply")) from error
            if self._may_go_on(found, end):
                self.grow()
                continue
            if _NO_UTF8.search(self.text, self.at, end):
                self.at = end
                raise NoUtf8
            self.at = end
            return found

    def _may_go_on(self, found: Any, end: int) -> bool:
        """Tell whether a value is a number with which the piece ends: more of its digits may follow."""
        if self.ended or not isinstance(found, int | float) or end - self.at > _LONGEST:
            return False
        return len(self.text) - end < _TOKEN and not self.text[end:].strip(_OF_NUMBERS)

    def _broken_off(self, error: json.JSONDecodeError) -> bool:
        """Tell whether the value may only seem broken because the piece ends in it."""
        held = len(self.text) - self.at
        if held > _LONGEST:
            return False
        return error.pos + _TOKEN >= len(self.text) or error.msg.startswith("Unterminated string")

    def skip(self) -> None:
        """Go to the next line that begins an object, to the end where there is none."""
        while (found := _NEXT.search(self.text, self.at)) is None:
            if self.ended:
                self.at = len(self.text)
                return
            self.at = max(self.at, self.text.rfind("\n", self.at), len(self.text) - _TOKEN)
            self.grow()
        self.at = found.end()


def items(stream: Readable, holders: Collection[str], on_broken: OnBroken) -> Iterator[Item]:
    """Yield the items of a document with the lines on which they begin.

    The document is a list, or objects one after the other (JSON lines), or an object that holds a list under one of
    the names of `holders`; several lists or such objects, as pages of an API one after the other, count as one.
    """
    text = _Text(stream)
    while text.peek():
        yield from _listed(text, on_broken) if text.passed("[") else _object(text, holders, on_broken)


def _listed(text: _Text, on_broken: OnBroken) -> Iterator[Item]:
    """Yield the items up to the end of the list, whose opening bracket has been passed."""
    while (following := text.peek()) and following != "]":
        item = _item(text, on_broken)
        if item is not None:
            yield item
        text.passed(",")
    if not text.passed("]"):
        on_broken(Broken(text.line(), _("the file ends inside the list")))


def _item(text: _Text, on_broken: OnBroken) -> Item | None:
    line = text.line()
    try:
        return line, text.value()
    except NoUtf8:
        on_broken(Broken(line, _("it is no UTF-8")))
    except ValueError as error:
        on_broken(Broken(line, _("no JSON: {error}").format(error=_said(error))))
        text.skip()
    return None


def _object(text: _Text, holders: Collection[str], on_broken: OnBroken) -> Iterator[Item]:
    """Yield the items of an object that holds a list, or the object itself."""
    line = text.line()
    found: dict[str, Any] = {}
    held = False
    try:
        text.demand("{")
        while not text.passed("}"):
            key = str(text.value())
            text.demand(":")
            if key in holders and text.passed("["):
                held = True
                yield from _listed(text, on_broken)
            else:
                found[key] = text.value()
            if text.peek() != "}":
                text.demand(",")
    except ValueError as error:
        on_broken(Broken(line, _("no JSON: {error}").format(error=_said(error))))
        text.skip()
        return
    if not held:
        yield line, found


def _said(error: ValueError) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)
