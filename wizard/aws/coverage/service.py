"""One service of the coverage table: its resource types, and its actions, grouped by all but their names."""

from bisect import bisect_left
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from wizard.frozen import Frozen
from wizard.plan.model import Level

RESOURCE_TAG: Final = "aws:ResourceTag"
REQUEST_TAG: Final = "aws:RequestTag"
TAG_KEYS: Final = "aws:TagKeys"
GLOBAL_KEYS: Final = (RESOURCE_TAG, REQUEST_TAG, TAG_KEYS)
"""The global condition keys about tags; the names of keys stand without their ``/${TagKey}``."""

Keys = frozenset[str]


class Kind(StrEnum):
    """What an action does to resources and to their tags, as far as a policy has to know."""

    USE = ""
    """It works on what exists, and takes no tags."""
    USE_WITH_TAGS = "w"
    """It works on what exists, and a call may carry tags for it."""
    CREATE = "c"
    """It creates, with tags."""
    CREATE_OR_REPLACE = "p"
    """It creates, with tags, or works on what stands there already: ``PutRule``, ``StartAutomationExecution``."""
    CREATE_UNTAGGED = "n"
    """It creates, and takes no tags: nobody can be held to tagging as their own."""
    SET_TAGS = "t"
    REMOVE_TAGS = "u"
    REPLACE_TAGS = "r"
    """It gives a resource another set of tags, so it removes by leaving out."""


class ResourceType(NamedTuple):
    """A type of resource.

    Attributes:
        name: in the service, ``instance``.
        arns: the forms of its ARN, ``arn:${Partition}:ec2:${Region}:${Account}:instance/*``; mostly one.
        keys: the condition keys about tags that it supplies.
    """

    name: str
    arns: tuple[str, ...]
    keys: Keys


class Touched(NamedTuple):
    """A resource type that an action touches.

    Attributes:
        required: the call always names a resource of this type. created: the action makes it.
        keys: what the action's row for this type lists, beside what the type itself supplies.
    """

    type: ResourceType
    required: bool
    created: bool
    keys: Keys

    @property
    def supplies_resource_tags(self) -> bool:
        """Return whether a condition on the resource's tags can match here."""
        return RESOURCE_TAG in self.keys or RESOURCE_TAG in self.type.keys


class Group(NamedTuple):
    """Actions of a service that are alike in all but the name: level, kind, own tag keys, touched resource types."""

    level: Level
    kind: Kind
    keys: Keys
    touched: tuple[Touched, ...]
    names: tuple[str, ...]

    @property
    def limited_by_resource_tags(self) -> bool:
        """Return whether a condition on a resource's tags can match for any resource of these actions.

        The action's own row, its row for a resource type, and the resource type itself tell it together; the first
        alone is wrong for most services.
        """
        return RESOURCE_TAG in self.keys or any(touched.supplies_resource_tags for touched in self.touched)

    def takes(self, key: str) -> bool:
        """Return whether a call carries `key` (aws:RequestTag, aws:TagKeys), for all its resources or for some."""
        return key in self.keys or any(key in touched.keys for touched in self.touched)


class Action(NamedTuple):
    """One action: its full name as AWS spells it, ``ec2:StartInstances``, and the group that it belongs to."""

    name: str
    group: Group


class Service(Frozen):
    """A service: its IAM prefix, its title, its resource types and its actions in groups."""

    prefix: str
    title: str
    types: tuple[ResourceType, ...]
    groups: tuple[Group, ...]

    def action(self, name: str) -> Action | None:
        """Return the action of that name without the prefix, whatever its case; None where there is none."""
        lower = name.lower()
        place = bisect_left(self.lower_names, lower)
        if self.lower_names[place : place + 1] != (lower,):
            return None
        spelled = self.names[place]
        return Action(f"{self.prefix}:{spelled}", self.groups[self.group_places[spelled]])

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Return the actions by their name in lower case, without the prefix."""
        return {name.lower(): Action(f"{self.prefix}:{name}", group) for group in self.groups for name in group.names}

    @cached_property
    def group_places(self) -> dict[str, int]:
        """Return the place of each action's group among the groups, by the action's name without the prefix."""
        return {name: place for place, group in enumerate(self.groups) for name in group.names}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all actions, without the prefix, in the order of their lower case."""
        return tuple(sorted((name for group in self.groups for name in group.names), key=str.lower))

    @cached_property
    def lower_names(self) -> tuple[str, ...]:
        """Return the names in lower case, in the same order."""
        return tuple(name.lower() for name in self.names)
