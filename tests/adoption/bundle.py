"""A plan's own bundle as documents to make a plan of, and the policies that a plan comes to, taken apart."""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.adoption import Document
from wizard.aws.coverage.table import coverage
from wizard.aws.grant.asked import asked
from wizard.aws.permissions import permission_policies
from wizard.aws.policy import Condition, Effect
from wizard.bundle.registry import bundle_files
from wizard.plan.model import Grant, Plan, Role

ROWS = ("okta/attribute-statements.yaml", "okta/federated-claims.json")


def documents(plan: Plan, *folders: str) -> tuple[Document, ...]:
    """Return the bundle's rows or claims, and its policies; of some folders only where they are named."""
    wanted = folders or (*ROWS, "aws/")
    return tuple(Document(file.text.encode(), file.path) for file in bundle_files(plan) if file.path.startswith(wanted))


class Given(NamedTuple):
    """One action that a statement allows or refuses, on which resources, under which conditions."""

    effect: Effect
    action: str
    resources: tuple[str, ...]
    conditions: frozenset[Condition]


def given(plan: Plan, role: Role) -> Iterator[Given]:
    """Yield what the role's policies say, action by action."""
    for policy in permission_policies(plan, role):
        for statement in policy.document.statements:
            for wanted in asked(Grant("", actions=statement.actions), coverage()).wanted:
                for name in wanted.names:
                    conditions = frozenset(statement.conditions)
                    yield Given(statement.effect, wanted.full(name), statement.resources, conditions)


def wider(old: set[Given], new: set[Given]) -> set[Given]:
    """Return what the new policies allow on fewer conditions than the old, or where the old do not."""
    allowed = {each for each in new if each.effect is Effect.ALLOW}
    return {each for each in allowed if not any(_covers(before, each) for before in old)}


def _covers(before: Given, after: Given) -> bool:
    same = (before.effect, before.action) == (after.effect, after.action)
    return same and set(after.resources) <= set(before.resources) and before.conditions <= after.conditions
