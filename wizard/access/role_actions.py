"""The actions that a role is about: those that its grants ask for, and those that its policies allow beside them."""

from collections.abc import Iterable, Iterator

from wizard.aws.coverage.service import Action
from wizard.aws.coverage.table import Coverage, coverage
from wizard.aws.evaluator.statement import Compiled
from wizard.aws.grant.asked import asked
from wizard.plan.model import Grant, Plan, Role


def role_actions(plan: Plan, role: Role, statements: Iterable[Compiled]) -> tuple[Action, ...]:
    """Return the actions, sorted by name; what a grant names and AWS does not have is left to the rules."""
    table = coverage()
    found = {action.name: action for grant in plan.grants(role) for action in _asked(grant, table)}
    prefixes = {name.partition(":")[0] for name in found}
    allowing = [statement for statement in statements if statement.allows]
    for service in filter(None, map(table.service, sorted(prefixes))):
        for action in service.actions.values():
            if action.name not in found and any(each.covers_action(action.name, {}) for each in allowing):
                found[action.name] = action
    return tuple(found[name] for name in sorted(found))


def _asked(grant: Grant, table: Coverage) -> Iterator[Action]:
    for wanted in asked(grant, table).wanted:
        yield from (wanted.service.actions[name.lower()] for name in wanted.names)
