"""What changed between two plans, and who gains and loses what: as JSON, and for a person."""

from collections.abc import Iterator, Sequence
from typing import Any

from wizard.access.comparison import Shift, Shifts
from wizard.access.plan_changes import Difference
from wizard.cli.report.matrix import Styled, tags_text, totals
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.json_text import pretty
from wizard.quoting.line_text import one_line


def comparison_json(old: Plan, new: Plan, changes: Sequence[Difference], shifts: Shifts | None) -> str:
    """Return the comparison as one JSON document, its sentences in the language that is spoken."""
    found: dict[str, Any] = {"old": old.name, "new": new.name, "changes": [_change(each) for each in changes]}
    if shifts is not None:
        people, resources = totals(shifts.after)
        found |= {
            "people": people,
            "resources": resources,
            "gains": [_shift(shifts, each) | {"actions": list(each.gained)} for each in shifts.found if each.gained],
            "losses": [
                _shift(shifts, each) | {"actions": list(each.lost), "because": dict(each.because)}
                for each in shifts.found
                if each.lost
            ],
            "people_gaining": shifts.people(gaining=True),
            "people_losing": shifts.people(gaining=False),
            "broken": [each._asdict() for each in shifts.after.broken],
        }
    return pretty(found)


def _change(each: Difference) -> dict[str, Any]:
    return {"path": each.path, "change": str(each.change), "old": each.old, "new": each.new, "message": each.text(_)}


def _shift(shifts: Shifts, each: Shift) -> dict[str, Any]:
    before, crowd, stock = shifts.before.people[each.person], shifts.after.people[each.person], None
    stock = shifts.after.resources[each.resource]
    return {
        "tags": crowd.tags,
        **({"old_tags": before.tags} if before.tags != crowd.tags else {}),
        "people": crowd.count,
        "resource_type": stock.kind.name,
        "resource_tags": dict(stock.tags),
        "resources": stock.count,
        "account": each.account,
        "role": each.role,
    }


def comparison_text(changes: Sequence[Difference], shifts: Shifts | None, styled: Styled) -> str:
    """Return the comparison for a person."""
    lines = [one_line(each.text(_)) for each in changes] or [_("The plans are the same.")]
    if shifts is not None:
        lines += _shift_lines(shifts, styled)
    return "\n".join(lines) + "\n"


def _shift_lines(shifts: Shifts, styled: Styled) -> Iterator[str]:
    for each in shifts.found:
        crowd, stock = shifts.after.people[each.person], shifts.after.resources[each.resource]
        yield ""
        yield styled(f"{one_line(each.account)}  {one_line(each.role)}", "strong")
        yield _("  {tags} (people: {count})").format(tags=tags_text(crowd.tags), count=f"{crowd.count:,}")
        text = _("  {type}, {tags} (resources: {count})")
        yield text.format(type=stock.kind.name, tags=tags_text(stock.tags), count=f"{stock.count:,}")
        if each.gained:
            yield f"    {styled(_('gain'), 'warning')} {', '.join(each.gained)}"
        if each.lost:
            yield f"    {styled(_('lose'), 'error')} {', '.join(each.lost)}"
            yield from (f"      {one_line(reason)}" for reason in dict.fromkeys(each.because.values()))
    yield ""
    counts = (shifts.people(gaining=True), shifts.people(gaining=False))
    yield _("people who gain: {gain}, people who lose: {lose}").format(gain=f"{counts[0]:,}", lose=f"{counts[1]:,}")
