"""All the rules and what they find, in plan order.

Plan order: findings follow the places of the plan, as the plan file holds them, a whole before its parts (so
a finding about the plan itself stands first); at one place errors stand first, then the ids decide.
"""

from functools import cache
from typing import Any, Final

import wizard.rules
from wizard.discovery import discovered
from wizard.plan.model import Plan
from wizard.plan.path import Step, child, parsed
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Rule

_WEIGHTS: Final = {severity: weight for weight, severity in enumerate(Severity)}


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their ids; NothingFound where the installation holds none."""
    return tuple(sorted(discovered(wizard.rules, "RULE", Rule), key=lambda rule: rule.id))


def rule(id: str) -> Rule | None:  # noqa: A002 - the field's standard term
    """Return the rule of that id, in whatever case it is written; None where there is none."""
    return next((known for known in rules() if known.id == id.strip().upper()), None)


def findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what all rules find in the plan, in plan order."""
    found = [finding for rule in rules() for finding in rule.findings(plan)]
    return tuple(sorted(found, key=lambda finding: _order(plan, finding)))


def _order(plan: Plan, finding: Finding) -> tuple[tuple[int, ...], int, str]:
    return _position(plan, finding.path), _WEIGHTS[finding.severity], finding.rule


def _position(plan: Plan, path: str) -> tuple[int, ...]:
    """Return where `path` stands in the plan: the place of each step among its siblings."""
    position: list[int] = []
    part: Any = plan
    for step in parsed(path):
        position.append(_place(part, step))
        part = child(part, step)
    return tuple(position)


def _place(part: Any, step: Step) -> int:
    if isinstance(step, int):
        return step
    if isinstance(part, tuple):
        return [name for name, _ in part].index(step)
    names: tuple[str, ...] = part.__match_args__
    return names.index(step)
