"""Measures the policies of each role once for all the rules about sizes; what has not changed is not measured again."""

from functools import lru_cache

from wizard.aws.permissions import permission_policies
from wizard.aws.trust import trust_policy
from wizard.plan.model import Aws, Grant, Okta, Plan, Role, Tag

_ACCOUNT = "0" * 12
"""Stands for any account: all IDs are equally long."""


def trust_size(plan: Plan, role: Role) -> int:
    """Return the characters of the role's trust policy, written compact."""
    aws = plan.aws
    bare = Aws(aws.partition, aws.saml_provider, aws.sign_in_regions)
    return _trust_size(plan.tags, bare, role.trusted_roles)


@lru_cache(maxsize=256)
def _trust_size(tags: tuple[Tag, ...], aws: Aws, trusted_roles: tuple[str, ...]) -> int:
    role = Role("role", trusted_roles=trusted_roles)
    return trust_policy(Plan(tags=tags, aws=aws), _ACCOUNT, role).size


def permission_sizes(plan: Plan, role: Role) -> tuple[int, ...]:
    """Return the characters of each of the role's permission policies that IAM counts."""
    bare = Role("role", access=role.access, trusted_roles=role.trusted_roles)
    return _permission_sizes(plan.tags, plan.access, bare)


@lru_cache(maxsize=256)
def _permission_sizes(tags: tuple[Tag, ...], access: tuple[Grant, ...], role: Role) -> tuple[int, ...]:
    policies = permission_policies(Plan(okta=Okta(), tags=tags, access=access), role)
    return tuple(policy.document.size for policy in policies)
