"""What one row says in full: who, as what, on what; which actions, and for those that are refused, why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wizard.app.matrix.answer import Answer
from wizard.language import _
from wizard.ui.matrix.model import by_reason, counted

if TYPE_CHECKING:
    from wizard.access.matrix import Class


def details_text(answer: Answer, each: "Class") -> str:
    """Return what a row says in full."""
    return "\n".join(_lines(answer, answer.matrix.explained(each)))


def _lines(answer: Answer, each: "Class") -> Iterator[str]:
    yield counted(answer.people[each.person], answer.held.people[each.person].count)
    yield _("as {role} in {account}").format(role=each.role, account=each.account)
    stock = counted(answer.resources[each.resource], answer.held.resources[each.resource].count)
    yield _("on {resources}").format(resources=stock)
    if not each.allowed and not each.refused:
        yield ""
        yield _("No action of the plan's grants is about such resources.")
    if each.allowed:
        yield ""
        yield _("May ({count})").format(count=len(each.allowed))
        yield from (f"  {name}" for name in each.allowed)
    for reason, names in by_reason(each.refused).items():
        yield ""
        yield _("May not ({count}): {reason}").format(count=len(names), reason=reason)
        yield from (f"  {name}" for name in names)
