"""One call of an action on a resource, and the condition keys that AWS supplies for it: no others are in its context.

https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
says it action by action; the coverage table holds it. Tags of S3 objects, read 2026-11-24: with ABAC on,
``aws:ResourceTag`` of a call on an object is the bucket's tag, the object's own are ``s3:ExistingObjectTag``,
https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from wizard.access.arn_type import arn_types
from wizard.access.carried import Tags
from wizard.aws.coverage.service import REQUEST_TAG, RESOURCE_TAG, TAG_KEYS, Action, Keys
from wizard.aws.coverage.supply import supplied_keys
from wizard.aws.evaluator.context import Context, Value, context
from wizard.language import _

EVERYTHING: Final = "*"
_IN_BUCKET: Final = frozenset({"object", "accesspointobject"})
"""Types of S3 whose ``aws:ResourceTag`` is a tag of the bucket that they lie in."""
_OWN_OF_OBJECT: Final = "existingobjecttag"


class Call(NamedTuple):
    """A call.

    Attributes:
        action: of the coverage table. resource: its ARN, or ``*``.
        resource_tags: the tags that the resource has. request_tags: those that the call carries; of a call that
            removes tags only the keys count. bucket_tags: of the bucket, for a call on an object of S3.
        more: further condition keys, which are not about tags.
    """

    action: Action
    resource: str
    resource_tags: Mapping[str, str] = MappingProxyType({})
    request_tags: Mapping[str, str] = MappingProxyType({})
    bucket_tags: Mapping[str, str] = MappingProxyType({})
    more: Mapping[str, str | tuple[str, ...]] = MappingProxyType({})


class Place(NamedTuple):
    """What a call is asked for.

    Attributes:
        resource: the ARN that policies are compared with. type: the resource's type, empty for ``*``.
        keys: the tag keys that AWS supplies. misfit: why no call of the action names such a resource, else empty.
    """

    resource: str
    type: str
    keys: Keys
    misfit: str = ""


def place(action: Action, resource: str) -> Place:
    """Return what a call of the action on a resource is asked for."""
    touched = action.group.touched
    if not touched:
        return Place(EVERYTHING, "", action.group.keys)
    if resource == EVERYTHING:
        needed = any(one.required for one in touched)
        told = _("{action} works on a resource, {types}; * names none")
        misfit = told.format(action=action.name, types=_listed(action)) if needed else ""
        return Place(EVERYTHING, "", action.group.keys - {RESOURCE_TAG}, misfit)
    prefix = action.name.partition(":")[0]
    names = arn_types(prefix).names(resource)
    for one in touched:
        if one.type.name in names:
            return Place(resource, one.type.name, _keys(action, one.type.name, resource))
    return Place(resource, "", Keys(), _misfit(action, resource, "/".join(sorted(names))))


def _misfit(action: Action, resource: str, kind: str) -> str:
    told = (
        _("{resource} is a resource of the type {kind}; {action} works on {types}")
        if kind
        else _("{resource} is a resource that {service} does not know; {action} works on {types}")
    )
    service = action.name.partition(":")[0]
    return told.format(resource=resource, kind=kind, service=service, action=action.name, types=_listed(action))


def _listed(action: Action) -> str:
    names = dict.fromkeys(one.type.name for one in action.group.touched)
    return ", ".join(names)


_SUPPLIED: dict[tuple[str, str], Keys] = {}


def _keys(action: Action, type_: str, resource: str) -> Keys:
    """Return the keys that AWS supplies, which are the same for all resources of a type."""
    known = _SUPPLIED.get((action.name, type_))
    if known is None:
        known = _SUPPLIED[action.name, type_] = supplied_keys(action, resource)
    return known


def in_bucket(action: Action, type_: str) -> bool:
    """Tell whether a resource of the type lies in a bucket, whose tags AWS takes for the resource's."""
    return action.name.startswith("s3:") and type_ in _IN_BUCKET


@lru_cache(maxsize=256)
def tag_source(key: str) -> str:
    """Return what the values of a tag key come from: resource, request or the keys of the request; else empty."""
    name = key.partition(":")[2].lower()
    if key == TAG_KEYS or name.endswith("tagkeys"):
        return "keys"
    if key == REQUEST_TAG or name in ("requesttag", "requestobjecttag", "req-tag"):
        return "request"
    if name.endswith(("resourcetag", "existingobjecttag", "buckettag", "accesspointtag", "-tag")):
        return "resource"
    return ""


def call_context(call: Call, at: Place, tags: Tags) -> Context:
    """Return the context of a call at its place, in a session with these tags."""
    found = context(call.more) if call.more else {}
    for key, source in _sources(at.keys):
        if source == "keys":
            if call.request_tags:
                found[key] = tuple(call.request_tags)
            continue
        held = _resource_tags(call, at, key) if source == "resource" else call.request_tags
        for name, value in held.items():
            found[f"{key}/{name.lower()}"] = value
    found |= _session(tags)
    return found


@lru_cache(maxsize=1024)
def _sources(keys: Keys) -> tuple[tuple[str, str], ...]:
    """Return tag keys in lower case, each with what its values come from."""
    return tuple((key.lower(), source) for key in sorted(keys) if (source := tag_source(key)))


@lru_cache(maxsize=4096)
def _session(tags: Tags) -> dict[str, Value]:
    return context({f"aws:PrincipalTag/{key}": value for key, value in tags})


def _resource_tags(call: Call, at: Place, key: str) -> Mapping[str, str]:
    if in_bucket(call.action, at.type) and not key.endswith(_OWN_OF_OBJECT):
        return call.bucket_tags
    return call.resource_tags
