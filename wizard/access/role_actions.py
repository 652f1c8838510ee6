"""The actions that a role is about: those that its grants ask for, and those that its policies allow beside them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from wizard.aws.coverage.service import Action, Service
from wizard.aws.coverage.table import Coverage, coverage
from wizard.aws.evaluator.statement import Compiled
from wizard.plan.model import Grant, Plan, Role

_WILDCARDS: Final = {"*": ".*", "?": "."}


def role_actions(plan: Plan, role: Role, statements: Iterable[Compiled]) -> tuple[Action, ...]:
    """Return the actions, sorted by name; what a grant names and AWS does not have is left to the rules."""
    table = coverage()
    asked = {action.name: action for grant in plan.grants(role) for action in _asked(grant, table)}
    prefixes = {name.partition(":")[0] for name in asked}
    allowing = [statement for statement in statements if statement.allows]
    for service in filter(None, map(table.service, sorted(prefixes))):
        for action in service.actions.values():
            if action.name not in asked and any(each.covers_action(action.name, {}) for each in allowing):
                asked[action.name] = action
    return tuple(asked[name] for name in sorted(asked))


def _asked(grant: Grant, table: Coverage) -> Iterator[Action]:
    for service in filter(None, map(table.service, grant.services)):
        yield from (action for action in service.actions.values() if action.group.level in grant.levels)
    for text in grant.actions:
        prefix, _, name = text.partition(":")
        for service in _services(prefix, table):
            fits = re.compile("".join(_WILDCARDS.get(sign, re.escape(sign)) for sign in name.lower() or "*"))
            yield from (action for known, action in service.actions.items() if fits.fullmatch(known))


def _services(prefix: str, table: Coverage) -> Iterable[Service]:
    known = table.prefixes if prefix == "*" else (prefix,)
    return filter(None, map(table.service, known))
