"""Reads the plan that an argument names: a file, or standard input."""

from pathlib import Path

from wizard.cli.terminal import standard_input
from wizard.plan.encoding import LARGEST_PLAN
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text, read_plan

STANDARD_INPUT = "-"


def named_plan(argument: str) -> Plan:
    """Return the plan; a plan without a name from standard input is called ``plan``. PlanError where it has none."""
    if argument != STANDARD_INPUT:
        return read_plan(Path(argument))
    return plan_from_text(standard_input(LARGEST_PLAN), name="plan")
