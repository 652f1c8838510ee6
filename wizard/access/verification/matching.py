"""Assigns each attribute that was sent to what the plan means by it: exactly, misspelled, or to nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import Final

from wizard.okta.expression.nearness import nearest
from wizard.plan.model import Plan, Target
from wizard.saml.evidence.evidence import Evidence, SentAttribute
from wizard.saml.names import (
    IDENTITY_CENTER_TAG,
    PREDEFINED,
    PREFIX,
    PRINCIPAL_TAG,
    SOURCE_IDENTITY,
    TRANSITIVE_TAG_KEYS,
)

_LONGEST: Final = 300
_LIKE: Final = 0.8
_MOST: Final = 100
_LAST: Final = re.compile(r"[:/]")


class How(Enum):
    """What an attribute is to the plan."""

    EXACT = auto()
    PREDEFINED = auto()
    OTHER_SERVICE = auto()
    MISSPELLED = auto()
    UNEXPECTED = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Match:
    """One attribute that was sent, how it belongs to the plan, and the full name that the plan means, if any."""

    attribute: SentAttribute
    how: How
    meant: str = ""


def tag_prefix(plan: Plan) -> str:
    """Return how the name of a tag's attribute begins where the plan's tags arrive."""
    return IDENTITY_CENTER_TAG if plan.target is Target.IDENTITY_CENTER else PRINCIPAL_TAG


def expected_names(plan: Plan) -> tuple[str, ...]:
    """Return the full names of the attributes that the plan makes Okta send, in its order."""
    tags = tuple(tag_prefix(plan) + tag.key for tag in plan.tags)
    return (*tags, TRANSITIVE_TAG_KEYS) if plan.transitive_keys() else tags


def matches(plan: Plan, evidence: Evidence) -> tuple[Match, ...]:
    """Return a match for each attribute, in the order in which they were sent."""
    names = expected_names(plan)
    sent = {attribute.name for attribute in evidence.attributes}
    matcher = _Matcher(tag_prefix(plan), frozenset(names), [name for name in (*names, *PREDEFINED) if name not in sent])
    return tuple(matcher.match(attribute) for attribute in evidence.attributes)


class _Matcher:
    """Gives each name that is missing to one attribute at most."""

    def __init__(self, prefix: str, expected: frozenset[str], missing: list[str]) -> None:
        self._prefix = prefix
        self._expected = expected
        self._missing = missing
        self._searches = 0

    def match(self, attribute: SentAttribute) -> Match:
        name = attribute.name
        if name in self._expected:
            return Match(attribute, How.EXACT, name)
        if name in PREDEFINED:
            return Match(attribute, How.PREDEFINED, name)
        other = PRINCIPAL_TAG if self._prefix == IDENTITY_CENTER_TAG else IDENTITY_CENTER_TAG
        if name.startswith(other):
            return Match(attribute, How.OTHER_SERVICE, self._taken(self._prefix + name.removeprefix(other)))
        meant = self._taken(self._meant(name))
        if meant:
            return Match(attribute, How.MISSPELLED, meant)
        read = name.startswith((self._prefix, SOURCE_IDENTITY, TRANSITIVE_TAG_KEYS))
        return Match(attribute, How.UNEXPECTED if read else How.UNREAD)

    def _taken(self, name: str) -> str:
        if name in self._missing:
            self._missing.remove(name)
            return name
        return ""

    def _meant(self, name: str) -> str:
        """Return the missing name that was probably meant; empty where none is near, or after very many searches."""
        self._searches += 1
        if len(name) > _LONGEST or self._searches > _MOST:
            return ""
        tags = {meant.removeprefix(self._prefix): meant for meant in self._missing if meant.startswith(self._prefix)}
        plain = {meant: meant for meant in self._missing if meant not in tags.values()}
        *_, last = _LAST.split(name.strip())
        if name.startswith(self._prefix):
            return tags.get(nearest(name.removeprefix(self._prefix).strip(), tags), "")
        whole = nearest(last, [meant.removeprefix(PREFIX) for meant in plain])
        if whole and (_alike(name, PREFIX + whole) or last == whole):
            return PREFIX + whole
        return self._meant_tag(name, last, tags)

    def _meant_tag(self, name: str, key: str, tags: dict[str, str]) -> str:
        """Return the tag that a name with another beginning stands for: ``team`` alone, or with a typo before it."""
        head = name.strip()[: len(name.strip()) - len(key)]
        like = head.lower() in ("", "principaltag:", "principaltag/") or _alike(head, self._prefix)
        same = [known for known in tags if known.casefold() == key.casefold()]
        if not like:
            return ""
        found = same[0] if same else nearest(key, tags) if head else ""
        return tags.get(found, "")


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _LIKE


def keys_of(matched: Iterable[Match], prefix: str) -> tuple[str, ...]:
    """Return the keys of the session tags that were sent under the right beginning, in order."""
    names = (match.attribute.name for match in matched)
    return tuple(name.removeprefix(prefix) for name in names if name.startswith(prefix))
