"""A step of the wizard: one question to the administrator and the places of the plan that answer it.

The first window shows the steps before anything of the plan is imported, so this module imports nothing of it,
and no dataclasses either, whose making takes longer than all the steps.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wizard.plan.model import Plan


def _always(_plan: "Plan") -> bool:
    return True


class Step(NamedTuple):
    """What one module of :mod:`wizard.app.steps` defines, as ``STEP``. Texts are English, translated where shown.

    Attributes:
        id: stable, such as ``tags``; the step's page in the desktop app carries the same.
        order: its place among the steps; gaps leave room for new ones.
        title: its name in the list of steps.
        question: the administrator's own question, the heading of its page.
        hint: where the answer is found in the Okta or AWS console, in one line.
        paths: places of the plan that it answers for; the empty path takes what no other step does.
        lists_findings: its page lists all findings and holds the export itself.
        applies: whether a plan has this step at all.
    """

    id: str
    order: int
    title: str
    question: str
    hint: str
    paths: tuple[str, ...]
    lists_findings: bool = False
    applies: Callable[["Plan"], bool] = _always
