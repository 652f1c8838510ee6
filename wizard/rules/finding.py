"""A finding: one rule's judgement of one place in a plan, with its cure where there is one."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from operator import attrgetter

from wizard.frozen import Frozen
from wizard.language import Words
from wizard.language.phrase import NOTHING, filled
from wizard.plan.model import Plan


class Severity(StrEnum):
    """How much a finding weighs: an error stops the export, a warning and an information do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Fix(Frozen):
    """A cure: the words for its button, the edited plan, and whether it may be applied unasked with others.

    A safe fix changes nothing that the administrator may have meant otherwise. Apply it to the plan in which it was
    found: its places are places of that plan.
    """

    label: str
    apply: Callable[[Plan], Plan]
    safe: bool = False
    values: Mapping[str, object] = NOTHING

    def text(self, words: Words = str) -> str:
        """Return the label, translated by `words`, with its values filled in."""
        return filled(self.label, self.values, words)


class Finding(Frozen):
    """One judgement: the rule, the place, and the measurement as a template with its values.

    Attributes:
        rule: stable id, such as ``TAG101``; severity never shows in it.
        severity: what the finding weighs here.
        path: place in the plan, such as ``tags[0].key``; empty for the plan as a whole.
        title: the fact, in English: "Session tag key is too long".
        template: the measurement, in English, as a format string: "{count} characters; AWS allows {limit}".
        values: what fills the template.
        source: URL of the document that states the rule.
        fix: the cure, None where only the administrator can tell.
    """

    rule: str
    severity: Severity
    path: str
    title: str
    template: str
    source: str
    values: Mapping[str, object] = NOTHING
    fix: Fix | None = None

    @property
    def message(self) -> str:
        """Return the measurement in English."""
        return self.text()

    def text(self, words: Words = str) -> str:
        """Return the measurement, translated by `words`, with its values filled in."""
        return filled(self.template, self.values, words)

    def says_what(self, other: "Finding") -> bool:
        """Tell whether `other` has the same words and offers the same cure, each in a plan of its own."""
        if _words_of(self) != _words_of(other):
            return False
        if self.fix is None or other.fix is None:
            return self.fix is other.fix
        return (self.fix.label, self.fix.values, self.fix.safe) == (other.fix.label, other.fix.values, other.fix.safe)


_words_of = attrgetter("rule", "severity", "title", "template", "values", "source")
