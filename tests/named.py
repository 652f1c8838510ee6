"""The named plans of ``tests/plans``, for every test that wants a plan: adding one is adding its file.

``largest`` is the largest plan that AWS would take, for benchmarks; ``hostile`` holds in every free text what could
break out of a syntax.
"""

from functools import cache
from pathlib import Path

from wizard.plan.model import Plan
from wizard.plan.reader import read_plan

FOLDER = Path(__file__).parent / "plans"
PLANS: dict[str, Path] = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def plan(name: str) -> Plan:
    """Return the named plan; KeyError where there is none."""
    return read_plan(PLANS[name])


def plans() -> dict[str, Plan]:
    """Return every named plan by name."""
    return {name: plan(name) for name in PLANS}
