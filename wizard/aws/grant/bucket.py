"""Gathers actions and resource types into statements: each allows all of its actions on all of its types.

So no ARN may be given to an action that may have it only on other terms: ``ec2:RunInstances`` may use a shared
subnet, and in the same statement ``ec2:CreateSubnet`` could make one without any tags.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from wizard.aws.coverage.service import ResourceType, Touched
from wizard.aws.grant.resource_kind import holds_no_data, stands_beside
from wizard.aws.grant.routing import Routed
from wizard.plan.model import Partition

_LONGEST: Final = 2400
"""Characters of the resources of one statement; the rest of a policy holds at least one action and the conditions."""

Choice = Callable[[Routed], Iterable[ResourceType]]


class Bucket:
    """The actions and the ARNs of one statement.

    Attributes:
        kept: the ARNs that may not be given to these actions. length: the characters of the ARNs in the policy.
    """

    def __init__(self, member: Routed, arns: set[str], kept: set[str]) -> None:
        self.members: Final = [member]
        self.arns: Final = arns
        self.kept: Final = kept
        self.length = _length(arns)

    def takes(self, other: "Bucket") -> bool:
        """Return whether a statement with the actions and ARNs of both is right, and short enough."""
        if self.length + other.length > _LONGEST:
            return False
        return not (_cover(self.arns, other.kept) or _cover(other.arns, self.kept))

    def add(self, other: "Bucket") -> None:
        """Take the actions and ARNs of another one."""
        self.members.extend(other.members)
        self.length += _length(other.arns - self.arns)
        self.arns.update(other.arns)
        self.kept.update(other.kept)


def gathered(members: Iterable[Routed], partition: Partition, give: Choice, keep: Choice) -> tuple[Bucket, ...]:
    """Return the actions in as few statements as are right; `give` and `keep` choose an action's types.

    An action that is given no type is in none of them.
    """
    buckets: list[Bucket] = []
    for member in members:
        arns = {arn for type_ in give(member) for arn in _arns(type_, partition)}
        if not arns:
            continue
        kept = {arn for type_ in keep(member) for arn in _arns(type_, partition)}
        alone = Bucket(member, arns, kept)
        fitting = next((bucket for bucket in buckets if bucket.takes(alone)), None)
        if fitting is None:
            buckets.append(alone)
        else:
            fitting.add(alone)
    return tuple(buckets)


def made(member: Routed) -> Iterable[ResourceType]:
    """Return the types that the action makes."""
    return (one.type for one in member.wanted.group.touched if one.created)


def others(member: Routed) -> Iterable[ResourceType]:
    """Return the types that the action touches and does not make."""
    return (one.type for one in _others(member))


def free_others(member: Routed) -> Iterable[ResourceType]:
    """Return those of the others that hold no data."""
    prefix = member.wanted.service.prefix
    return (one.type for one in _apart(member) if holds_no_data(prefix, one.type.name))


def data_others(member: Routed) -> Iterable[ResourceType]:
    """Return those of the others that supply tags and may hold data."""
    prefix = member.wanted.service.prefix
    found = (one for one in _apart(member) if one.supplies_resource_tags)
    return (one.type for one in found if not holds_no_data(prefix, one.type.name))


def beside(member: Routed) -> Iterable[ResourceType]:
    """Return the types that stand beside the action's own."""
    return (one.type for one in _others(member) if stands_beside(member.wanted.service.prefix, one.type.name))


def _others(member: Routed) -> Iterable[Touched]:
    return (one for one in member.wanted.group.touched if not one.created)


def _apart(member: Routed) -> Iterable[Touched]:
    """Yield the others whose ARNs do not cover what the action makes: ``job-queue/*`` covers a job queue's shares."""
    forms = {arn for type_ in made(member) for arn in type_.arns}
    return (one for one in _others(member) if not _cover(one.type.arns, forms))


def _arns(type_: ResourceType, partition: Partition) -> Iterable[str]:
    for arn in type_.arns:
        yield arn.replace("${Partition}", partition).replace("${Region}", "*").replace("${Account}", "*")


def _length(arns: Iterable[str]) -> int:
    return sum(len(arn) + len('"",') for arn in arns)


def _cover(arns: Iterable[str], forms: Iterable[str]) -> bool:
    """Return whether one of the ARNs covers a resource of one of the forms."""
    resources = [_resource(form).replace("*", "x") for form in forms]
    if not resources:
        return False
    patterns = [pattern for pattern in map(_resource, arns) if any(one.startswith(_head(pattern)) for one in resources)]
    return any(_glob(pattern).fullmatch(one) for pattern in patterns for one in resources)


@lru_cache(maxsize=8192)
def _resource(arn: str) -> str:
    """Return the service and the resource of an ARN; regions and accounts are the same to every form."""
    _, _, service, _, _, resource = arn.split(":", 5)
    return f"{service}:{resource}"


def _head(pattern: str) -> str:
    return pattern.partition("*")[0]


@lru_cache(maxsize=8192)
def _glob(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", ".*"), re.DOTALL)
