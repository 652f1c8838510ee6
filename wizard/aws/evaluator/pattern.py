"""Texts of a policy that something is compared with: wildcards, policy variables with defaults, and escapes.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, read 2026-11-24. What a variable
brings is taken literally: whether AWS reads a ``*`` in it as a wildcard is not documented.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wizard.aws.evaluator.context import Context, single

Matcher = Callable[[str, Context], bool]
"""Tells whether a text matches; False where a variable of the pattern has no value."""


class Wildcard(Enum):
    """A wildcard of a pattern: any number of characters, or exactly one."""

    ANY = ".*"
    ONE = "."


@dataclass(frozen=True, slots=True)
class Variable:
    """A policy variable, ``${aws:PrincipalTag/team, 'none'}``: its key in lower case, and its default."""

    key: str
    default: str | None = None


Part = str | Wildcard | Variable

_TOKEN = re.compile(r"\$\{(?P<escaped>[*?$])\}|\$\{(?P<key>[^},]+)(?:,\s*'(?P<default>[^']*)')?\s*\}|(?P<wild>[*?])")
_CACHED = 4096


def parts(text: str, *, wildcards: bool, variables: bool) -> tuple[Part, ...]:
    """Return the parts of a pattern; without `variables` (Version 2008-10-17) a ``${`` is nothing but text."""
    found: list[Part] = []
    position = 0
    for match in _TOKEN.finditer(text):
        part = _part(match, wildcards=wildcards, variables=variables)
        if part is None:
            continue
        found += [text[position : match.start()], part]
        position = match.end()
    found.append(text[position:])
    return tuple(part for part in found if part != "")


def _part(match: re.Match[str], *, wildcards: bool, variables: bool) -> Part | None:
    if match["wild"]:
        return Wildcard.ANY if wildcards and match["wild"] == "*" else Wildcard.ONE if wildcards else None
    if not variables:
        return None
    return match["escaped"] or Variable(match["key"].strip().lower(), match["default"])


def matcher(text: str, *, wildcards: bool, variables: bool = True, fold: bool = False) -> Matcher:
    """Return what compares a text with the pattern `text`; with `fold` without regard to case."""
    found = parts(text, wildcards=wildcards, variables=variables)
    names = [part for part in found if isinstance(part, Variable)]
    if not names:
        accepts = _accepting(found, fold)
        return lambda value, _: accepts(value)
    if len(found) == 1 and not fold:
        return _same_as(names[0])
    return lambda value, context: _matches_resolved(found, value, context, fold)


def _same_as(variable: Variable) -> Matcher:
    key, default = variable.key, variable.default

    def same(value: str, context: Context) -> bool:
        held = single(context.get(key))
        return value == (default if held is None else held)

    return same


def _matches_resolved(pattern: tuple[Part, ...], value: str, context: Context, fold: bool) -> bool:
    resolved = resolution(pattern, context)
    return resolved is not None and _accepting(resolved, fold)(value)


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
    signs = {Wildcard.ANY: "*", Wildcard.ONE: "?"}
    return "".join(signs[part] if isinstance(part, Wildcard) else str(part) for part in pattern)


@lru_cache(maxsize=_CACHED)
def _accepting(pattern: tuple[Part, ...], fold: bool) -> Callable[[str], bool]:
    texts = [part for part in pattern if isinstance(part, str)]
    if len(texts) == len(pattern):
        return _equal("".join(texts), fold)
    if pattern == (Wildcard.ANY,):
        return lambda _: True
    expression = "".join(re.escape(part) if isinstance(part, str) else str(_expression(part)) for part in pattern)
    compiled = re.compile(expression, re.DOTALL | (re.IGNORECASE if fold else re.NOFLAG))
    return lambda value: compiled.fullmatch(value) is not None


def _expression(part: Part) -> str:
    return part.value if isinstance(part, Wildcard) else ""


def _equal(text: str, fold: bool) -> Callable[[str], bool]:
    if fold:
        folded = text.lower()
        return lambda value: value.lower() == folded
    return text.__eq__
