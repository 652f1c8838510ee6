"""Offers what may be typed at a place of an expression: attributes and functions."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from wizard.frozen import Frozen
from wizard.language import N_
from wizard.okta.base_attributes import BASE_ATTRIBUTES
from wizard.okta.expression.dialect import USER_PROPERTIES, USER_ROOT
from wizard.okta.expression.functions import documented_functions
from wizard.plan.model import Claims

_WORD: Final = re.compile(r"[A-Za-z_$][\w$.]*$|\.[\w$]*$", re.ASCII)
_CLOSES_A_VALUE: Final = frozenset(")]}\"'")


class CompletionKind(StrEnum):
    """What an offer is."""

    ATTRIBUTE = "attribute"
    FUNCTION = "function"


class Completion(Frozen):
    """One offer.

    Attributes:
        text: what replaces the characters from `start` to the cursor; a function ends in its opening bracket, or in
            both where it takes nothing.
        kind: attribute or function.
        about: one line about it, in English.
        start: the column of the first character that it replaces, from 1.
    """

    text: str
    kind: CompletionKind
    about: str
    start: int


def completions(text: str, column: int, claims: Claims, attributes: Iterable[str] = ()) -> tuple[Completion, ...]:
    """Return what fits the word before the cursor, attributes first: the profile's own, then Okta's base attributes.

    `column` is that of the cursor, 1 before the first character. `attributes` are the names of the profile beside the
    base attributes. A name fits where it begins like the word, or its last part does, in letters of either case. Inside
    quotation marks nothing is offered.
    """
    before = text[: max(column - 1, 0)]
    if _is_quoted(before):
        return ()
    match = _WORD.search(before)
    word = match[0] if match else ""
    start = len(before) - len(word)
    if not word.startswith("."):
        offers = (*_attributes(claims, attributes, start + 1), *_functions(claims, start + 1))
    elif before[start - 1 : start] and before[start - 1] in _CLOSES_A_VALUE:
        offers = tuple(_methods(claims, start + 1))
    else:
        return ()
    behind = _methods_behind(word, start, claims)
    return tuple(offer for offer in (*offers, *behind) if _fits(offer.text, before[offer.start - 1 :]))


def _is_quoted(text: str) -> bool:
    """Tell whether a quotation mark is open at the end of the text."""
    opened = ""
    for character in text:
        if opened:
            opened = "" if character == opened else opened
        elif character in "\"'":
            opened = character
    return bool(opened)


def _fits(offer: str, word: str) -> bool:
    wanted = word.casefold()
    text = offer.casefold()
    return text.startswith(wanted) or ("." not in wanted and text.rpartition(".")[2].startswith(wanted))


def _attributes(claims: Claims, attributes: Iterable[str], start: int) -> Iterator[Completion]:
    root = USER_ROOT[claims]
    titles = {attribute.name: attribute.title for attribute in BASE_ATTRIBUTES}
    own = [name for name in dict.fromkeys(attributes) if name not in titles]
    for name in (*own, *titles):
        about = titles.get(name, N_("Custom attribute of the Okta user profile."))
        yield Completion(f"{root}.{name}", CompletionKind.ATTRIBUTE, about, start)
    if claims is Claims.FEDERATED:
        for name, kind in USER_PROPERTIES.items():
            yield Completion(f"user.{name}", CompletionKind.ATTRIBUTE, str(kind), start)


def _functions(claims: Claims, start: int) -> Iterator[Completion]:
    for function in documented_functions(claims):
        if function.receiver is None and not function.deprecated and not function.elsewhere:
            yield _offer(function.name, bool(function.parameters), function.about, start)


def _methods(claims: Claims, start: int) -> Iterator[Completion]:
    seen: set[str] = set()
    for function in documented_functions(claims):
        if function.receiver is not None and function.name not in seen:
            seen.add(function.name)
            yield _offer(function.name, bool(function.parameters), function.about, start)


def _methods_behind(word: str, start: int, claims: Claims) -> Iterator[Completion]:
    """Yield the methods of an attribute that is typed whole: ``user.profile.email.sub``."""
    before, dot, _own = word.rpartition(".")
    if dot and before.startswith(f"{USER_ROOT[claims]}."):
        yield from _methods(claims, start + len(before) + 1)


def _offer(name: str, takes_values: bool, about: str, start: int) -> Completion:
    return Completion(f"{name}(" if takes_values else f"{name}()", CompletionKind.FUNCTION, about, start)
