"""A rule about evidence: one judgement with a stable id and its source, and the function that makes it."""

from collections.abc import Callable, Iterable
from typing import Final

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity

Judge = Callable[[Case], Iterable[Difference]]


class EvidenceRule:
    """One judgement of a case. A module of :mod:`wizard.access.verification.rules` defines one, as ``RULE``.

    Attributes:
        id: stable, such as ``EVD101``.
        severity: the usual weight; a difference may carry another.
        title: the fact. explanation: the consequence. source: URL of the document that states it.
        verified: False where no primary source states it; the explanation then says so.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's standard term
        severity: Severity,
        *,
        title: str,
        explanation: str,
        source: str,
        verified: bool = True,
    ) -> None:
        self.id: Final = id
        self.severity: Final = severity
        self.title: Final = title
        self.explanation: Final = explanation
        self.source: Final = source
        self.verified: Final = verified
        self._judge: Judge | None = None

    def judgement(self, judge: Judge) -> Judge:
        """Make the decorated function this rule's judgement."""
        self._judge = judge
        return judge

    def differences(self, case: Case) -> Iterable[Difference]:
        """Return what the rule finds in the case."""
        if self._judge is None:
            raise LookupError(f"rule {self.id} has no judgement")
        return self._judge(case)

    def difference(
        self,
        attribute: str,
        template: str,
        cure: str,
        /,
        *,
        expected: Iterable[str] = (),
        found: Iterable[str] = (),
        severity: Severity | None = None,
        **values: object,
    ) -> Difference:
        """Return a difference of this rule; `template` and `cure` are format strings over `values`."""
        return Difference(
            self.id,
            severity or self.severity,
            attribute,
            self.title,
            template,
            cure,
            self.source,
            tuple(expected),
            tuple(found),
            values,
        )
