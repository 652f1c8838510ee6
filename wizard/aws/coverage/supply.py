"""Which condition keys about tags AWS supplies for a call: what stands in the request context, and what never does."""

import re
from functools import lru_cache
from typing import Final

from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS, Action, Keys, ResourceType, Touched

_VARIABLE: Final = re.compile(r"\\\$\\\{(?:Partition|Region|Account)\\\}")
_OF_THE_CALL: Final = frozenset({REQUEST_TAG, TAG_KEYS})


def supplied_keys(action: Action, resource: str) -> Keys:
    """Return the tag keys that stand in the context when the action is asked for a resource, ``*`` or an ARN.

    The names stand without ``/KEY``. What a call carries (aws:RequestTag, aws:TagKeys) comes from the action's own row
    and its row for the resource's type; what the resource has comes from the type as well.
    """
    touched = touched_by(action, resource)
    if touched is None:
        return action.group.keys
    return action.group.keys | touched.keys | (touched.type.keys - _OF_THE_CALL)


def touched_by(action: Action, resource: str) -> Touched | None:
    """Return the action's resource type that the ARN belongs to, the most exact form first; None where none does."""
    fitting = [
        (_literal_length(arn), touched)
        for touched in action.group.touched
        for arn in touched.type.arns
        if _pattern(arn).fullmatch(resource)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def resource_type(types: tuple[ResourceType, ...], resource: str) -> ResourceType | None:
    """Return the type of a service that the ARN belongs to, the most exact form first; None where none does."""
    fitting = [
        (_literal_length(arn), type_) for type_ in types for arn in type_.arns if _pattern(arn).fullmatch(resource)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


@lru_cache(maxsize=4096)
def _pattern(arn: str) -> re.Pattern[str]:
    return re.compile(_VARIABLE.sub("[^:]*", re.escape(arn)).replace(r"\*", ".*"), re.DOTALL)


def _literal_length(arn: str) -> int:
    return len(arn.replace("*", ""))
