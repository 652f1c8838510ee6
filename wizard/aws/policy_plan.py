"""A plan as far as policies are written from it: what they do not read is not there, so that it cannot change them.

Plans that differ in other things alone give the very same object, so what is made of it can be remembered.
"""

from functools import lru_cache

from wizard.frozen import replace
from wizard.plan.memory import remembered
from wizard.plan.model import Aws, Grant, Partition, Plan, Tag


def trust_plan(plan: Plan) -> Plan:
    """Return what trust policies are written from: the tags without their expressions, and the SAML provider."""
    return _trust_plan(plan.tags, plan.aws)


def permission_plan(plan: Plan) -> Plan:
    """Return what permission policies are written from: keys, lists, what is required, the grants, the partition."""
    return _permission_plan(plan.tags, plan.aws.partition, plan.access)


@remembered(16)
def _trust_plan(tags: tuple[Tag, ...], aws: Aws) -> Plan:
    read = (Tag(tag.key, "", tag.transitive, tag.required, tag.separator, tag.allowed) for tag in tags)
    return _alike(tuple(read), Aws(aws.partition, aws.saml_provider, aws.sign_in_regions), ())


@remembered(16)
def _permission_plan(tags: tuple[Tag, ...], partition: Partition, access: tuple[Grant, ...]) -> Plan:
    read = (Tag(tag.key, "", required=tag.required, separator=tag.separator) for tag in tags)
    grants = (replace(grant, notes="") if grant.notes else grant for grant in access)
    return _alike(tuple(read), Aws(partition), tuple(grants))


@lru_cache(maxsize=32)
def _alike(tags: tuple[Tag, ...], aws: Aws, access: tuple[Grant, ...]) -> Plan:
    return Plan(tags=tags, aws=aws, access=access)
