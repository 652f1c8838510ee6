"""IAM policy documents as frozen values, and their two spellings: compact for what is measured, pretty for people."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, NamedTuple

from wizard.frozen import Frozen, replace
from wizard.quoting import json_text

VERSION: Final = "2012-10-17"
"""The policy language with variables; an older version takes ``${…}`` for text."""

TEXT_SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"
_FOREIGN: Final = "[^\t\n\r\u0020-\u00ff]"
_SID_LENGTH: Final = 64

Values = tuple[str, ...]


class Effect(StrEnum):
    """What a statement does where it matches."""

    ALLOW = "Allow"
    DENY = "Deny"


class Condition(NamedTuple):
    """One line of a condition block: the operator, the context key, and the values of which one must match."""

    operator: str
    key: str
    values: Values


class Principal(Frozen):
    """Whom a trust policy's statement names: the kind, ``Federated`` or ``AWS``, and ARNs."""

    kind: str
    arns: Values


class Statement(Frozen):
    """One statement. All its conditions must hold; a resource is absent in a trust policy.

    ValueError where two conditions share operator and key, since JSON would keep only one of them.
    """

    sid: str
    effect: Effect
    actions: Values
    resources: Values = ()
    principal: Principal | None = None
    conditions: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        places = {(condition.operator, condition.key.casefold()) for condition in self.conditions}
        if len(places) < len(self.conditions):
            raise ValueError(f"statement {self.sid}: two conditions share operator and key")

    def value(self) -> dict[str, Any]:
        """Return the statement as JSON's values, in the order that AWS's examples use."""
        parts: dict[str, Any] = {"Sid": self.sid, "Effect": self.effect.value}
        if self.principal is not None:
            parts["Principal"] = {self.principal.kind: _one_or_list(self.principal.arns)}
        parts["Action"] = _one_or_list(self.actions)
        if self.resources:
            parts["Resource"] = _one_or_list(self.resources)
        block: dict[str, dict[str, Any]] = {}
        for condition in self.conditions:
            block.setdefault(condition.operator, {})[condition.key] = _one_or_list(condition.values)
        if block:
            parts["Condition"] = block
        return parts


class Document(Frozen):
    """A policy document. IAM refuses two statements with one Sid: make them unique with :func:`with_unique_sids`."""

    statements: tuple[Statement, ...]

    def value(self) -> dict[str, Any]:
        """Return the document as JSON's values."""
        return {"Version": VERSION, "Statement": [statement.value() for statement in self.statements]}

    def compact(self) -> str:
        """Return the document on one line without white space between its parts."""
        return json_text.compact(self.value())

    def pretty(self) -> str:
        """Return the document over several lines, with a newline at the end."""
        return json_text.pretty(self.value())

    @property
    def size(self) -> int:
        """Return the characters that IAM counts, at most.

        White space does not count in a managed policy; whether it does within a string, and in a trust policy,
        is not documented, so this is the length of the compact text.
        """
        return len(self.compact())

    def foreign_characters(self) -> tuple[str, ...]:
        """Return the characters that no policy may hold (beyond U+00FF, or controls), each once. TEXT_SOURCE."""
        found = (character for text in _texts(self.value()) for character in foreign_characters(text))
        return tuple(dict.fromkeys(found))


def foreign_characters(text: str) -> tuple[str, ...]:
    """Return the characters that no policy may hold (beyond U+00FF, or controls), each once. TEXT_SOURCE."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(dict.fromkeys(re.findall(_FOREIGN, text)))


def sid(text: str) -> str:
    """Return a statement id that reads like `text`: ``own-resources`` becomes ``OwnResources``.

    Only ASCII letters and digits stand in it; accents are dropped, and it is never empty.
    """
    words = re.findall("[A-Za-z0-9]+", text if text.isascii() else _without_accents(text))
    return "".join(word[0].upper() + word[1:] for word in words)[:_SID_LENGTH] or "Statement"


def _without_accents(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - a library of its own, which most names do without

    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def with_unique_sids(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements with a number behind each Sid that an earlier one has."""
    taken: set[str] = set()
    result: list[Statement] = []
    for statement in statements:
        unique, number = statement.sid, 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{statement.sid}{number}"
        taken.add(unique.casefold())
        result.append(statement if unique == statement.sid else replace(statement, sid=unique))
    return tuple(result)


def _one_or_list(values: Values) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    else:
        for item in value:
            yield from _texts(item)
