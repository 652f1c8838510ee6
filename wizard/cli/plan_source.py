"""Reads the plan that an argument names: a file, or standard input."""

from typing import Final

from wizard.cli.terminal import standard_input
from wizard.language import _
from wizard.plan.encoding import LARGEST_PLAN, too_large
from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text, read_plan

STANDARD_INPUT: Final = "-"


def named_plan(argument: str) -> Plan:
    """Return the plan; a plan without a name from standard input is called ``plan``. PlanError where it has none."""
    if argument != STANDARD_INPUT:
        return read_plan(argument)
    data = standard_input(LARGEST_PLAN)
    try:
        if len(data) > LARGEST_PLAN:
            raise too_large()
        return plan_from_text(data, name="plan")
    except PlanError as error:
        raise PlanError(error.problems, _("standard input")) from None
