"""Texts of a policy that something is compared with: wildcards, policy variables with defaults, and escapes.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, read 2026-11-24. What a variable
brings is taken literally: whether AWS reads a ``*`` in it as a wildcard is not documented.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wizard.aws.evaluator.context import Context, single
from wizard.language import _

Matcher = Callable[[str, Context], bool]
"""Tells whether a text matches; False where a variable of the pattern has no value."""


class UnreadableValue(ValueError):
    """A value of a policy that cannot be read: a variable that is not closed, a date that is none."""


class Wildcard(Enum):
    """A wildcard of a pattern: any number of characters or exactly one, across colons or not."""

    ANY = ".*"
    ONE = "."
    ANY_IN_SEGMENT = "[^:]*"
    ONE_IN_SEGMENT = "[^:]"


_MANY = (Wildcard.ANY, Wildcard.ANY_IN_SEGMENT)


@dataclass(frozen=True, slots=True)
class Variable:
    """A policy variable, ``${aws:PrincipalTag/team, 'none'}``: its key in lower case, and its default."""

    key: str
    default: str | None = None


Part = str | Wildcard | Variable

_WILDCARD = re.compile(r"(?P<wild>\*+|\?)")
_TOKEN = re.compile(
    r"\$\{(?P<escaped>[*?$])\}|\$\{(?P<key>[^{},']+)(?:,\s*'(?P<default>[^']*)'\s*)?\}|" + _WILDCARD.pattern
)
_CACHED = 4096


def parts(text: str, *, wildcards: bool, variables: bool) -> tuple[Part, ...]:
    """Return the parts of a pattern; without `variables` (Version 2008-10-17) a ``${`` is nothing but text.

    UnreadableValue for a ``${`` that opens no variable; a dollar sign before a brace is written ``${$}``.
    """
    found: list[Part] = []
    position = 0
    for match in (_TOKEN if variables else _WILDCARD).finditer(text):
        part = _part(match)
        if not wildcards and isinstance(part, Wildcard):
            continue
        found += [text[position : match.start()], part]
        position = match.end()
    found.append(text[position:])
    if variables and any(isinstance(part, str) and "${" in part for part in found):
        told = _("{text!r}: a policy variable reads ${{key}} or ${{key, 'default'}}")
        raise UnreadableValue(told.format(text=text))
    return tuple(part for part in found if part != "")


def _part(match: re.Match[str]) -> Part:
    if match["wild"]:
        return Wildcard.ONE if match["wild"] == "?" else Wildcard.ANY
    return match["escaped"] or Variable(match["key"].strip().lower(), match["default"])


def variables_in(pattern: Sequence[Part]) -> frozenset[str]:
    """Return the condition keys that a pattern's variables read, in lower case."""
    return frozenset(part.key for part in pattern if isinstance(part, Variable))


def matcher(pattern: tuple[Part, ...], *, fold: bool = False) -> Matcher:
    """Return what compares a text with a pattern; with `fold` without regard to case."""
    if not variables_in(pattern):
        accepts = _accepting(pattern, fold)
        return lambda value, _: accepts(value)
    if len(pattern) == 1 and isinstance(pattern[0], Variable) and not fold:
        return _same_as(pattern[0])

    def matches(value: str, context: Context) -> bool:
        resolved = resolution(pattern, context)
        return resolved is not None and _accepting(resolved, fold)(value)

    return matches


def _same_as(variable: Variable) -> Matcher:
    key, default = variable.key, variable.default

    def same(value: str, context: Context) -> bool:
        held = context.get(key)
        if not isinstance(held, str):
            held = single(held)
        return value == (default if held is None else held)

    return same


def resolution(pattern: Sequence[Part], context: Context) -> tuple[Part, ...] | None:
    """Return the pattern with every variable replaced by what it holds; None where one holds nothing."""
    resolved: list[Part] = []
    for part in pattern:
        if not isinstance(part, Variable):
            resolved.append(part)
            continue
        held = single(context.get(part.key))
        held = part.default if held is None else held
        if held is None:
            return None
        resolved.append(held)
    return tuple(resolved)


def shown(pattern: Sequence[Part]) -> str:
    """Return a pattern without variables as a person reads it: wildcards as ``*`` and ``?``."""
    return "".join(part if isinstance(part, str) else "*" if part in _MANY else "?" for part in pattern)


@lru_cache(maxsize=_CACHED)
def _accepting(pattern: tuple[Part, ...], fold: bool) -> Callable[[str], bool]:
    """Return the test of a pattern without variables; its regular expression is made when first needed."""
    texts = [part for part in pattern if isinstance(part, str)]
    if len(texts) == len(pattern):
        return _equal("".join(texts), fold)
    if pattern == (Wildcard.ANY,):
        return lambda _: True
    expression: re.Pattern[str] | None = None

    def accepts(value: str) -> bool:
        nonlocal expression
        if expression is None:
            expression = re.compile("".join(_expression(pattern, fold)), re.DOTALL)
        return expression.fullmatch(value.lower() if fold else value) is not None

    return accepts


def _equal(text: str, fold: bool) -> Callable[[str], bool]:
    if fold:
        folded = text.lower()
        return lambda value: value.lower() == folded
    return text.__eq__


def _expression(pattern: tuple[Part, ...], fold: bool) -> Iterator[str]:
    """Give the regular expression of a pattern.

    What lies between two ``*`` is taken where it first occurs and never looked for again: no other place can lead to
    a match where that one does not, and the time stays linear in the text whatever the pattern.
    """
    many = [index for index, part in enumerate(pattern) if part in _MANY]
    for index, part in enumerate(pattern):
        if index in many and index != many[-1]:
            yield f"{')' if index != many[0] else ''}(?>{_wildcard(part)}?"
        elif many and index == many[-1]:
            yield f"{')' if len(many) > 1 else ''}{_wildcard(part)}"
        elif isinstance(part, str):
            yield re.escape(part.lower() if fold else part)
        else:
            yield _wildcard(part)


def _wildcard(part: Part) -> str:
    return part.value if isinstance(part, Wildcard) else ""
