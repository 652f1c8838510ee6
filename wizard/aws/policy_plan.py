"""A plan as far as policies are written from it: what they do not read is not there, so that it cannot change them."""

from functools import lru_cache

from wizard.plan.memory import remembered
from wizard.plan.model import Aws, Grant, Plan, Tag


def policy_plan(plan: Plan) -> Plan:
    """Return the plan without expressions, people, accounts, roles and whatever else no policy is written from.

    Plans that differ in such alone give the very same object, so that what was made of it can be remembered.
    """
    return _policy_plan(plan.tags, plan.aws, plan.access)


@remembered(16)
def _policy_plan(tags: tuple[Tag, ...], aws: Aws, access: tuple[Grant, ...]) -> Plan:
    return _alike(tuple(map(_read, tags)), Aws(aws.partition, aws.saml_provider, aws.sign_in_regions), access)


@lru_cache(maxsize=16)
def _alike(tags: tuple[Tag, ...], aws: Aws, access: tuple[Grant, ...]) -> Plan:
    return Plan(tags=tags, aws=aws, access=access)


def _read(tag: Tag) -> Tag:
    return Tag(tag.key, "", tag.transitive, tag.required, tag.separator, tag.allowed)
