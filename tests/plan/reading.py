"""How a test reads the text of a plan, and what comes of it."""

import pytest

from wizard.plan.error import PlanError
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text

HEAD = "version: 1\ntags: []\n"


def is_plan(text: str | bytes) -> bool:
    """Tell whether a text is a plan; whatever else than PlanError goes wrong goes through."""
    try:
        return isinstance(plan_from_text(text), Plan)
    except PlanError:
        return False


def problems(text: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and path of every problem of a text."""
    with pytest.raises(PlanError) as caught:
        plan_from_text(text)
    return [(problem.line, problem.column, problem.path) for problem in caught.value.problems]


def complaint(text: str | bytes) -> str:
    """Return what the person is told of a text that is no plan."""
    with pytest.raises(PlanError) as caught:
        plan_from_text(text)
    return str(caught.value)
