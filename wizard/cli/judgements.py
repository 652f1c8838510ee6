"""Every judgement that `explain` tells of: of plans, of lists of people, of evidence."""

from typing import Protocol

from wizard.access.preflight.rule import preflight_rules
from wizard.access.verification.registry import evidence_rules
from wizard.rules.registry import rules


class Explained(Protocol):
    """What all of them have: a stable id, a weight, the fact, its consequence, and the document that states it."""

    @property
    def id(self) -> str:
        """Its id, such as ``TAG101``."""
        ...

    @property
    def severity(self) -> str:
        """How much it usually weighs."""
        ...

    @property
    def title(self) -> str:
        """The fact."""
        ...

    @property
    def explanation(self) -> str:
        """The consequence."""
        ...

    @property
    def source(self) -> str:
        """URL of the document."""
        ...

    @property
    def verified(self) -> bool:
        """Whether a primary source states it."""
        ...


def judgements() -> tuple[Explained, ...]:
    """Return all of them: those of plans first, then those of people, then those of evidence, each in order."""
    return (*rules(), *preflight_rules(), *evidence_rules())
