"""Divides statements among policies, since a managed policy may only be so long."""

from collections.abc import Iterable
from dataclasses import replace

from wizard.aws.limits import MANAGED_POLICY_LENGTH
from wizard.aws.policy import Document, Statement, with_unique_sids


def divided(statements: Iterable[Statement], limit: int = MANAGED_POLICY_LENGTH) -> tuple[Document, ...]:
    """Return the statements, in their order and with unique Sids, in documents of at most `limit` characters.

    Only one statement with one action stays longer than that; a rule says so.
    """
    parts = with_unique_sids(part for whole in statements for part in _halved(whole, limit))
    documents: list[Document] = []
    for statement in parts:
        grown = Document((*documents[-1].statements, statement)) if documents else None
        if grown is not None and grown.size <= limit:
            documents[-1] = grown
        else:
            documents.append(Document((statement,)))
    return tuple(documents)


def _halved(statement: Statement, limit: int) -> Iterable[Statement]:
    """Yield the statement, its actions divided until each part fits, or has only one action."""
    count = len(statement.actions)
    if count < 2 or Document((statement,)).size <= limit:
        yield statement
        return
    for actions in (statement.actions[: count // 2], statement.actions[count // 2 :]):
        yield from _halved(replace(statement, actions=actions), limit)
