r"""Regular expressions that Java and Python read alike, matched in bounded time; any other is not evaluated here.

Okta runs on Java. What is taken: characters, ``.``, classes, groups, alternatives, ``^ $``, the escapes ``\d \w \s``
and their opposites, escaped signs, ``(?i)`` at the start, and quantifiers, as long as no group repeats that itself
repeats or chooses. Then the ways to match are at most the product of all choices, and that is bounded.
"""

import re
from functools import lru_cache
from typing import Final

from wizard.language import N_
from wizard.okta.expression.fault import CannotEvaluate

MAX_WAYS: Final = 500_000
"""How many ways to match are tried at most."""

_MAX_PATTERN: Final = 300
_PIECE: Final = r"""(?P<escape>\\[dDwWsS]|\\[^A-Za-z0-9\s])
    |(?P<open>\((?:\?:|(?!\?)))
    |(?P<close>\))
    |(?P<quantifier>[*+?]|\{(?P<least>\d{1,3})(?P<range>,(?P<most>\d{0,3}))?\})
    |(?P<class>\[\^?(?:\\[dDwWsS]|\\[^A-Za-z0-9\s]|[^\[\]\\&])+\])
    |(?P<or>\|)
    |(?P<dot>\.)
    |(?P<anchor>[$^])
    |(?P<plain>[^\\()\[\]{}*+?|.^$])"""
_NO_LINE_END: Final = r"[^\n\r\u0085\u2028\u2029]"


def matches(pattern: str, text: str) -> bool:
    """Tell whether the whole text matches; CannotEvaluate where Java may read the pattern otherwise, or take long."""
    compiled, unbounded, ways = _compiled(pattern)
    if (len(text) + 1) ** unbounded * ways > MAX_WAYS:
        raise CannotEvaluate(
            N_("This regular expression would take too long on a text of {count} characters."), 0, count=len(text)
        )
    return compiled.fullmatch(text) is not None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> tuple[re.Pattern[str], int, int]:
    """Return the pattern, how many of its choices grow with the text, and the product of the others."""
    caseless = pattern.startswith("(?i)")
    translation = _Translation(pattern[4:] if caseless else pattern)
    try:
        compiled = re.compile(translation.text, re.ASCII | (re.IGNORECASE if caseless else 0))
    except re.error:
        raise _refused() from None
    return compiled, translation.unbounded, translation.ways


def _refused() -> CannotEvaluate:
    return CannotEvaluate(N_("This regular expression is not evaluated here; Okta evaluates it as Java does."), 0)


class _Translation:
    """A pattern on its way from Java to Python, piece by piece."""

    def __init__(self, body: str) -> None:
        if len(body) > _MAX_PATTERN:
            raise _refused()
        self.text = ""
        self.unbounded = 0
        self.ways = 1
        self._choosing = [False]
        self._repeatable = False
        self._closed_choosing = False
        position = 0
        # The pattern is compiled here, not when the module is loaded: it is seldom needed, and check must start fast.
        pieces = re.compile(_PIECE, re.VERBOSE | re.ASCII)
        while position < len(body):
            piece = pieces.match(body, position)
            if piece is None:
                raise _refused()
            self._take(piece)
            position = piece.end()
        if len(self._choosing) != 1:
            raise _refused()

    def _take(self, piece: re.Match[str]) -> None:
        closed_choosing, self._closed_choosing = self._closed_choosing, False
        repeatable, self._repeatable = self._repeatable, piece.lastgroup not in ("open", "or", "anchor")
        if piece["quantifier"]:
            if not repeatable:
                raise _refused()
            self._repeat(piece, closed_choosing=closed_choosing)
            self._repeatable = False
        elif piece["open"]:
            self._choosing.append(False)
        elif piece["close"]:
            self._close()
        elif piece["or"]:
            self.ways *= 2
            self._choosing[-1] = True
        self.text += _NO_LINE_END if piece["dot"] else piece[0]

    def _repeat(self, piece: re.Match[str], *, closed_choosing: bool) -> None:
        least, most = _counts(piece)
        if most is None:
            self.unbounded += 1
        else:
            self.ways *= max(1, most - least + 1)
        if closed_choosing and most != 1:
            raise _refused()
        self._choosing[-1] = self._choosing[-1] or most is None or most > least

    def _close(self) -> None:
        if len(self._choosing) == 1:
            raise _refused()
        self._closed_choosing = self._choosing.pop()
        self._choosing[-1] = self._choosing[-1] or self._closed_choosing


def _counts(piece: re.Match[str]) -> tuple[int, int | None]:
    if piece["least"] is None:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[piece[0]]
    least = int(piece["least"])
    if piece["range"] is None:
        return least, least
    return least, int(piece["most"]) if piece["most"] else None
