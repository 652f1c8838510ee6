"""The comparison of evidence with a plan: differences, feature states, the verdict, and each attribute side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from wizard.access.verification.case import Case, case_of
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.features import Features, feature_states
from wizard.access.verification.kind import Kind
from wizard.access.verification.matching import expected_names
from wizard.access.verification.registry import evidence_rules
from wizard.okta.statements import attribute_statements
from wizard.plan.model import Person, Plan
from wizard.saml.evidence.evidence import Evidence
from wizard.saml.names import TRANSITIVE_TAG_KEYS


class Verdict(StrEnum):
    """What the evidence proves. ``unusable`` is said of evidence that cannot be read at all."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One attribute beside the plan.

    Attributes:
        name: full name, as found, or where it is missing as expected.
        expected: the values that the plan means; None where the plan does not say.
        found: the values that were sent; None where the attribute is missing.
        differences: what is to be said of it.
    """

    name: str
    expected: tuple[str, ...] | None
    found: tuple[str, ...] | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """The outcome; `login` is whose values were compared, None where nobody's were."""

    kind: Kind
    login: str | None
    features: Features
    differences: tuple[Difference, ...]
    rows: tuple[Row, ...]

    @property
    def verdict(self) -> Verdict:
        """Mismatch with an error difference, match without."""
        errors = any(each.severity is Severity.ERROR for each in self.differences)
        return Verdict.MISMATCH if errors else Verdict.MATCH


_WEIGHTS: Final = {severity: weight for weight, severity in enumerate(Severity)}


def verified(plan: Plan, evidence: Evidence, person: Person | None = None, at: datetime | None = None) -> Comparison:
    """Return how the evidence differs from the plan.

    `person` is whose sign-in it is; without, the one of the plan's people whom the evidence names. `at`, with a time
    zone, is when it should be valid; without, its time is not judged.
    """
    case = case_of(plan, evidence, person, at)
    found = [difference for rule in evidence_rules() for difference in rule.differences(case)]
    found.sort(key=lambda difference: (_WEIGHTS[difference.severity], difference.rule))
    login = None if case.person is None else case.person.login
    return Comparison(case.kind, login, feature_states(case), tuple(found), tuple(_rows(case, found)))


def _rows(case: Case, found: list[Difference]) -> Iterator[Row]:
    """Yield what was sent in its order, then what is missing in the plan's."""
    meant = _meant(case)
    for match in case.matched:
        name = match.attribute.name
        yield Row(name, meant.get(match.meant), match.attribute.values, _about(name, found))
    for name in dict.fromkeys(expected_names(case.plan)):
        if not case.is_sent(name):
            yield Row(name, meant.get(name), None, _about(name, found))


def _about(name: str, found: list[Difference]) -> tuple[Difference, ...]:
    return tuple(difference for difference in found if difference.attribute == name)


def _meant(case: Case) -> dict[str, tuple[str, ...] | None]:
    if case.kind is Kind.PREVIEW:
        return {statement.name: (statement.value,) for statement in attribute_statements(case.plan)}
    tags = {case.prefix + tag.key: case.expected[index] for index, tag in enumerate(case.plan.tags)}
    return {**tags, TRANSITIVE_TAG_KEYS: case.plan.transitive_keys()}
