"""Measures the policies of each role once for all the rules about sizes; what has not changed is not measured again."""

from wizard.aws.permissions import PermissionPolicy, permission_policies
from wizard.aws.policy import Document
from wizard.aws.trust import trust_policy
from wizard.plan.memory import remembered
from wizard.plan.model import Plan, Role

_ACCOUNT = "0" * 12
"""Stands for any account: all IDs are equally long."""


def trust_size(plan: Plan, role: Role) -> int:
    """Return the characters of the role's trust policy, written compact."""
    return _trust_size(trust_policy(plan, _ACCOUNT, role))


@remembered(256)
def _trust_size(document: Document) -> int:
    return document.size


def permission_sizes(plan: Plan, role: Role) -> tuple[int, ...]:
    """Return the characters of each of the role's permission policies that IAM counts."""
    return _permission_sizes(permission_policies(plan, role))


@remembered(256)
def _permission_sizes(policies: tuple[PermissionPolicy, ...]) -> tuple[int, ...]:
    return tuple(policy.document.size for policy in policies)
