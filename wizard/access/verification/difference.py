"""A difference between what was sent and what the plan means, with its cure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wizard.language import Words
from wizard.language.phrase import filled


class Severity(StrEnum):
    """How much a difference weighs: an error means that the sign-in is not what the plan means."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """One judgement of the evidence; like the evidence, it shows nothing in its representation.

    Attributes:
        rule: stable id, such as ``EVD101``.
        attribute: full name of the SAML attribute, as found, or where it is missing as expected; the name of the
            element where it is about no attribute (``Recipient``); empty for the evidence as a whole.
        expected, found: the values, one text each; empty where nothing particular is expected, or nothing found.
        title: the fact. template: the measurement. cure: what to do. English; `values` fill the latter two.
        source: URL of the document that states the rule.
    """

    rule: str
    severity: Severity
    attribute: str
    title: str
    template: str
    cure: str
    source: str
    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)

    def message(self, words: Words = str) -> str:
        """Return the measurement, translated by `words`."""
        return filled(self.template, self.values, words)

    def fix(self, words: Words = str) -> str:
        """Return what to do, translated by `words`."""
        return filled(self.cure, self.values, words)
