"""The conditions that hold a resource, or the tags that a call carries, to the person's own tags."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from wizard.aws.policy import Condition
from wizard.aws.policy_text import literal, literal_pattern, principal_tag, resource_tag
from wizard.plan.model import Partition, Tag

RESOURCE: Final = "aws:ResourceTag"
REQUEST: Final = "aws:RequestTag"
TAG_KEYS: Final = "aws:TagKeys"


class Terms(NamedTuple):
    """What the statements of a grant are written for.

    Attributes:
        partition: of the resources. match: the tags that have to be equal, never empty.
        protected: the tags of the plan that nobody may change.
        signed_in: the trust policy has refused every session without the required tags; nobody else is in the role.
    """

    partition: Partition
    match: tuple[Tag, ...]
    protected: tuple[Tag, ...]
    signed_in: bool

    @property
    def guarded(self) -> tuple[Tag, ...]:
        """Return the matched and the protected tags, each once."""
        return tuple(dict.fromkeys((*self.match, *self.protected)))


def own_resource(terms: Terms) -> tuple[Condition, ...]:
    """Return the conditions that every matched tag of the resource equals the person's."""
    return _ordered(condition for tag in terms.match for condition in _equal(RESOURCE, tag, terms))


def own_request(terms: Terms) -> tuple[Condition, ...]:
    """Return the conditions that the call carries every matched tag with the person's value, and no other's."""
    equal = (condition for tag in terms.match for condition in _equal(REQUEST, tag, terms))
    return _ordered((*equal, *_harmless(tag for tag in terms.guarded if tag not in terms.match)))


def own_request_from(terms: Terms, *, demanded: bool) -> tuple[Condition, ...]:
    """Return the conditions that the call's tags are the person's, beside those that the resource's are.

    Not `demanded`, the call may carry none. A list's member is held to be that of the resource: the list can stand in
    one condition only.
    """
    operator = "StringEquals" if demanded else "StringEqualsIfExists"
    equal = (
        Condition(
            operator, f"{REQUEST}/{tag.key}", (resource_tag(tag.key) if tag.separator else principal_tag(tag.key),)
        )
        for tag in terms.match
    )
    return _ordered((*equal, *_harmless(tag for tag in terms.guarded if tag not in terms.match)))


def unclaimed(terms: Terms) -> tuple[Condition, ...]:
    """Return the conditions that the resource has none of the tags, as what does not exist yet."""
    return tuple(Condition("Null", f"{RESOURCE}/{tag.key}", ("true",)) for tag in terms.guarded)


def without_tags(terms: Terms) -> tuple[Condition, ...]:
    """Return the conditions that the call carries no tags, none of the protected ones above all."""
    return (Condition("Null", TAG_KEYS, ("true",)), *without_protected(terms))


def without_protected(terms: Terms) -> tuple[Condition, ...]:
    """Return the conditions that the call carries none of the protected tags; a key counts in any spelling."""
    return tuple(Condition("Null", f"{REQUEST}/{tag.key}", ("true",)) for tag in terms.protected)


def names_protected(protected: Iterable[Tag]) -> Condition:
    """Return the condition that the call names a protected key, whatever its case."""
    return Condition("ForAnyValue:StringEqualsIgnoreCase", TAG_KEYS, tuple(literal(tag.key) for tag in protected))


def joined(*parts: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the conditions of all parts, each once, those of one operator together."""
    return _ordered(condition for part in parts for condition in part)


def _ordered(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(sorted(dict.fromkeys(conditions), key=lambda condition: condition.operator))


def _equal(prefix: str, tag: Tag, terms: Terms) -> Iterable[Condition]:
    """Yield the conditions that one tag equals the person's, or is a member of the person's list.

    In the list ``:a:b:`` the pattern ``*:${aws:ResourceTag/KEY}:*`` finds a member; a tag ``a:b`` would be found too,
    and an empty one in a list with an empty member, so those are refused beside it; so are ``*`` and ``?``, which some
    services let a tag hold, since AWS does not document that a wildcard which a variable brings means itself. A missing
    tag leaves the variable unresolved, which never matches.
    """
    if tag.separator:
        pattern = f"*{tag.separator}${{{prefix}/{tag.key}}}{tag.separator}*"
        yield Condition("StringLike", f"aws:PrincipalTag/{tag.key}", (pattern,))
        refused = ("", *(f"*{sign}*" for sign in (tag.separator, literal_pattern("*"), literal_pattern("?"))))
        yield Condition("StringNotLike", f"{prefix}/{tag.key}", refused)
        return
    yield Condition("StringEquals", f"{prefix}/{tag.key}", (principal_tag(tag.key),))
    if not (tag.required and terms.signed_in):
        yield Condition("StringLike", f"aws:PrincipalTag/{tag.key}", ("?*",))


def _harmless(tags: Iterable[Tag]) -> Iterable[Condition]:
    """Yield the conditions that a call carries these tags with the person's values, or not at all."""
    for tag in tags:
        if tag.separator:
            yield Condition("Null", f"{REQUEST}/{tag.key}", ("true",))
        else:
            yield Condition("StringEqualsIfExists", f"{REQUEST}/{tag.key}", (principal_tag(tag.key),))
