"""A case to judge: the plan, the evidence, and what is known of the person and the time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from wizard.access.verification.kind import Kind, kind_of
from wizard.access.verification.matching import How, Match, matches, tag_prefix
from wizard.access.verification.role_pairs import RolePair, role_pairs
from wizard.plan.model import Person, Plan, Tag
from wizard.saml.evidence.evidence import Evidence, SentAttribute
from wizard.saml.names import ROLE, ROLE_SESSION_NAME, TRANSITIVE_TAG_KEYS
from wizard.saml.received import received_attributes


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """What the rules judge.

    Attributes:
        person: whose sign-in it is, where the plan knows that person.
        named: whether the person was named from outside rather than found in the evidence.
        at: the time at which the evidence is judged; None where its time is only stated.
        matched: each attribute that was sent, and what it is to the plan.
        expected: for each tag of the plan its values for the person; None where they are not known.
        roles, unpaired: the values of Role that are pairs, and those that are none.
    """

    plan: Plan
    evidence: Evidence
    kind: Kind
    person: Person | None
    named: bool
    at: datetime | None
    matched: tuple[Match, ...]
    expected: tuple[tuple[str, ...] | None, ...]
    roles: tuple[RolePair, ...]
    unpaired: tuple[str, ...]

    @property
    def prefix(self) -> str:
        """How the name of a tag's attribute begins."""
        return tag_prefix(self.plan)

    def tags_sent(self) -> Iterator[tuple[SentAttribute, Tag | None, tuple[str, ...] | None]]:
        """Yield each attribute that carries a tag, the tag of the plan that it is meant to be, and its values.

        Misspelled attributes are among them: their values are judged as those of the tag that they mean.
        """
        known = {self.prefix + tag.key: (tag, self.expected[index]) for index, tag in enumerate(self.plan.tags)}
        for match in self.matched:
            meant = match.meant or match.attribute.name
            if meant.startswith(self.prefix):
                yield match.attribute, *known.get(meant, (None, None))

    def keys_sent(self) -> SentAttribute | None:
        """Return the attribute that lists the transitive keys, misspelled or not; None where there is none."""
        for match in self.matched:
            if TRANSITIVE_TAG_KEYS in (match.meant, match.attribute.name):
                return match.attribute
        return None

    def is_sent(self, name: str) -> bool:
        """Tell whether an attribute was sent under that name, or under one that means it."""
        return any(name in (match.meant, match.attribute.name) for match in self.matched)

    def matching(self, how: How) -> Iterator[Match]:
        """Yield the attributes that belong to the plan in this way."""
        return (match for match in self.matched if match.how is how)

    @property
    def session_names(self) -> tuple[str, ...]:
        """The texts by which the evidence names the person."""
        subject = () if self.evidence.name_id is None else (self.evidence.name_id,)
        return (*self.evidence.values(ROLE_SESSION_NAME), *subject)


def case_of(plan: Plan, evidence: Evidence, person: Person | None, at: datetime | None) -> Case:
    """Return the case; without a person, the one of the plan's people whom the evidence names."""
    kind = kind_of(plan, evidence)
    names = {name.strip().casefold() for name in evidence.values(ROLE_SESSION_NAME)}
    names |= {(evidence.name_id or "").strip().casefold()}
    known = person or next((each for each in plan.people if each.login.casefold() in names), None)
    known = None if kind is Kind.PREVIEW else known
    matched, expected = matches(plan, evidence), _expected(plan, known)
    roles = role_pairs(evidence.values(ROLE))
    return Case(plan, evidence, kind, known, person is not None, at, matched, expected, *roles)


def _expected(plan: Plan, person: Person | None) -> tuple[tuple[str, ...] | None, ...]:
    if person is None:
        return (None,) * len(plan.tags)
    received = received_attributes(plan, person)[: len(plan.tags)]
    return tuple(None if each.literal else tuple(value.text for value in each.attribute.values) for each in received)
