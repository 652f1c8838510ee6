"""All the rules and what they find."""

from functools import cache

import wizard.rules
from wizard.discovery import discovered
from wizard.plan.model import Plan
from wizard.rules.finding import Finding
from wizard.rules.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their ids; NothingFound where the installation holds none."""
    return tuple(sorted(discovered(wizard.rules, "RULE", Rule), key=lambda rule: rule.id))


def findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what all rules find in the plan, in plan order."""
    return tuple(finding for rule in rules() for finding in rule.findings(plan))
