"""A rule: one judgement with a stable id, its source, its examples, and the function that makes it."""

from collections.abc import Callable, Iterable
from typing import Final

from wizard.frozen import Frozen
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Fix, Severity


class Example(Frozen):
    """A plan as the text of a plan file, and the paths at which the rule fires on it; none for a good one."""

    plan: str
    paths: tuple[str, ...] = ()


class Rule:
    """One judgement of a plan. A module of :mod:`wizard.rules` defines one, as ``RULE``.

    Attributes:
        id: stable, such as ``TAG101``.
        severity: the usual weight; a finding may carry another.
        title: the fact. explanation: the consequence. source: URL of the document that states it.
        verified: False where no primary source states it; the explanation then says so.
        examples: plans on which it fires, and plans on which it is silent.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's standard term
        severity: Severity,
        *,
        title: str,
        explanation: str,
        source: str,
        examples: Iterable[Example],
        verified: bool = True,
    ) -> None:
        self.id: Final = id
        self.severity: Final = severity
        self.title: Final = title
        self.explanation: Final = explanation
        self.source: Final = source
        self.verified: Final = verified
        self.examples: Final = tuple(examples)
        self._judge: Callable[[Plan], Iterable[Finding]] | None = None

    def judgement(self, judge: Callable[[Plan], Iterable[Finding]]) -> Callable[[Plan], Iterable[Finding]]:
        """Make the decorated function this rule's judgement: from a plan to findings, in any order."""
        self._judge = judge
        return judge

    def findings(self, plan: Plan) -> Iterable[Finding]:
        """Return what the rule finds in the plan."""
        if self._judge is None:
            raise LookupError(f"rule {self.id} has no judgement")
        return self._judge(plan)

    def finding(
        self,
        path: str,
        template: str,
        /,
        *,
        fix: Fix | None = None,
        severity: Severity | None = None,
        source: str | None = None,
        **values: object,
    ) -> Finding:
        """Return a finding of this rule at `path`, its message a format string over `values`.

        `source` is given where another document states it than the rule's.
        """
        weight = severity or self.severity
        return Finding(self.id, weight, path, self.title, template, source or self.source, values, fix)
