"""Applies the cures that may be applied unasked: those that change nothing which may have been meant otherwise."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from wizard.plan.model import Plan
from wizard.rules.finding import Finding
from wizard.rules.registry import findings

_MOST: Final = 2000
"""Cures in one go; a plan file holds fewer entries that could need one."""


class Cured(NamedTuple):
    """A plan after its safe cures, and how many were applied."""

    plan: Plan
    applied: int


def safe_cures(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose cure is safe."""
    return tuple(finding for finding in found if finding.fix is not None and finding.fix.safe)


def cured(plan: Plan) -> Cured:
    """Return the plan after all safe cures.

    One at a time, each found anew in the plan that the last one made: its places are places of that plan. A cure that
    changes nothing is passed over.
    """
    count = 0
    while count < _MOST:
        changed = next((new for new in _each(plan) if new != plan), None)
        if changed is None:
            break
        plan, count = changed, count + 1
    return Cured(plan, count)


def _each(plan: Plan) -> Iterable[Plan]:
    return (finding.fix.apply(plan) for finding in safe_cures(findings(plan)) if finding.fix is not None)
