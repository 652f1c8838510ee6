"""Divides statements among policies, since a managed policy may only be so long, and a role may only have so many."""

from collections.abc import Iterable
from typing import Final

from wizard.aws.limits import MANAGED_POLICY_LENGTH
from wizard.aws.policy import Document, Effect, Statement, with_unique_sids
from wizard.frozen import replace
from wizard.quoting import json_text

_EMPTY: Final = Document(()).size
_COMMA: Final = 1
_NUMBER: Final = 4
"""Characters for the number that may follow a Sid."""


def divided(statements: Iterable[Statement], limit: int = MANAGED_POLICY_LENGTH) -> tuple[Document, ...]:
    """Return the statements, with unique Sids, in few documents of at most `limit` characters.

    Each goes into the first document that has room for it, so a document begins with what comes first; no statement
    goes before one that refuses, if that comes first. Only one statement with one action stays longer than the limit;
    a rule says so.
    """
    bins: list[_Bin] = []
    refusing = 0
    for statement in with_unique_sids(part for whole in statements for part in _parts(whole, limit)):
        size = _size(statement)
        fitting = next((place for place in range(refusing, len(bins)) if bins[place].size + size <= limit), len(bins))
        if fitting == len(bins):
            bins.append(_Bin())
        bins[fitting].add(statement, size)
        if statement.effect is Effect.DENY:
            refusing = fitting
    return tuple(Document(tuple(one.statements)) for one in bins)


class _Bin:
    """The statements of a document to be, and the characters that it has with them."""

    def __init__(self) -> None:
        self.statements: Final[list[Statement]] = []
        self.size = _EMPTY - _COMMA

    def add(self, statement: Statement, size: int) -> None:
        self.statements.append(statement)
        self.size += size


def _parts(statement: Statement, limit: int) -> Iterable[Statement]:
    """Yield the statement, its actions in parts that are as long as fits, each of one action at least."""
    room = limit - _EMPTY - _size(replace(statement, actions=())) - _NUMBER
    part: list[str] = []
    length = 0
    for action in statement.actions:
        added = len(json_text.compact(action)) + _COMMA
        if part and length + added > room:
            yield replace(statement, actions=tuple(part))
            part, length = [], 0
        part.append(action)
        length += added
    yield replace(statement, actions=tuple(part))


def _size(statement: Statement) -> int:
    """Return the characters that a statement adds to a document, a comma among them."""
    return len(json_text.compact(statement.value())) + _COMMA
