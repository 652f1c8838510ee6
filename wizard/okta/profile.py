"""The profile attributes that a plan's expressions read, and which of them Okta does not have by itself."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from wizard.frozen import Frozen
from wizard.okta.base_attributes import BASE_NAMES
from wizard.okta.expression import ExpressionError, Reference, parsed, references
from wizard.okta.limits import TAG_SOURCE_LENGTH
from wizard.plan.model import Claims, Plan, Tag

_TOP_LEVEL: Final = frozenset({"id", "status", "created", "lastUpdated", "passwordChanged", "lastLogin", "profile"})
"""What stands beside the profile in the Identity Engine's language: ``user.id`` is no attribute.

https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/, read 2026-11-24.
"""

_APP_BASE: Final = frozenset({"userName"})
"""What the user profile of every app has by itself; the same page as for the base attributes."""

_WORD_START: Final = re.compile("(?<=[a-z0-9])(?=[A-Z])|_+")


class ProfileAttribute(Frozen):
    """A custom attribute that the plan needs.

    Attributes:
        name: its variable name.
        array: whether it is an array of strings, else it is a string. It is one where the sample people have lists in
            it, and, unless they have single values, where a list tag reads it.
        tags: the keys of the session tags that read it, in plan order.
    """

    name: str
    array: bool
    tags: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its display name: "Cost center" of costCenter."""
        words = " ".join(word for word in _WORD_START.split(self.name) if word)
        return words[:1].upper() + words[1:].lower() if words.isascii() and not words.isupper() else words

    @property
    def max_length(self) -> int | None:
        """Its longest value, in characters; None for an array, whose schema states none."""
        return None if self.array else TAG_SOURCE_LENGTH


def custom_attributes(plan: Plan) -> tuple[ProfileAttribute, ...]:
    """Return the custom attributes of the Okta user profile that the plan reads, in the order of their first use.

    ``user.team`` and ``user.profile.team`` read the custom attribute ``team``; base attributes are left out, and so
    is what an expression holds that cannot be read.
    """
    return _attributes(plan, ("user", "user.profile"), leave_out=BASE_NAMES)


def app_attributes(plan: Plan) -> tuple[ProfileAttribute, ...]:
    """Return the custom attributes for the app's user profile: those of the user, and what ``appuser.`` refers to.

    Okta's post asks for the first, although ``user.team`` reads the Okta profile alone.
    """
    return _attributes(plan, ("user", "user.profile"), leave_out=BASE_NAMES, app="appuser")


def mapped_attributes(plan: Plan) -> tuple[str, ...]:
    """Return the names of the app's attributes that are filled from the Okta attribute of the same name.

    An ``appuser.`` attribute of which the user's profile is not known to hold a namesake is left out: what fills it
    is the administrator's to say.
    """
    known = BASE_NAMES | {attribute.name for attribute in custom_attributes(plan)}
    return tuple(attribute.name for attribute in app_attributes(plan) if attribute.name in known)


def _attributes(
    plan: Plan, roots: Iterable[str], *, leave_out: frozenset[str], app: str | None = None
) -> tuple[ProfileAttribute, ...]:
    found: dict[str, list[Tag]] = {}
    for tag in plan.tags:
        for reference in _references(tag, plan.okta.claims):
            if (reference.root in roots and reference.attribute not in leave_out) or (
                reference.root == app and reference.attribute not in _APP_BASE
            ):
                found.setdefault(reference.attribute, []).append(tag)
    lists, single = _in_profiles(plan)
    return tuple(
        ProfileAttribute(
            name,
            array=name in lists or (name not in single and any(tag.separator is not None for tag in tags)),
            tags=tuple(dict.fromkeys(tag.key for tag in tags)),
        )
        for name, tags in found.items()
    )


def _references(tag: Tag, claims: Claims) -> Iterator[Reference]:
    try:
        found = references(parsed(tag.value, claims))
    except ExpressionError:
        return
    for reference in found:
        top_level = claims is Claims.FEDERATED and reference.root == "user" and reference.attribute in _TOP_LEVEL
        if not top_level and "." not in reference.attribute:
            yield reference


def _in_profiles(plan: Plan) -> tuple[frozenset[str], frozenset[str]]:
    """Return the attributes in which some sample person has a list, and those in which one has a single value."""
    held = [pair for person in plan.people for pair in person.profile if pair[1] is not None]
    lists = frozenset(name for name, value in held if isinstance(value, tuple))
    return lists, frozenset(name for name, _ in held) - lists
