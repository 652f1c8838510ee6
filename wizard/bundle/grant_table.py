"""What the grants of a plan give and leave out, as a table in Markdown: counts, and the names people know."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from wizard.aws.grant.outcome import WORDS, LeftOut
from wizard.aws.granted import ServiceAccess, granted
from wizard.language import N_, Words
from wizard.plan.model import Plan
from wizard.quoting.markdown_text import code, table
from wizard.quoting.wording import cut

_HEADINGS: Final = (
    N_("grant, service"),
    N_("on one's own"),
    N_("new, tagged as one's own"),
    N_("on everybody's"),
    N_("left out"),
)
_MOST: Final = 2


def grant_table(plan: Plan, words: Words = str) -> str:
    """Return the table, a line for each service of each grant; only its head where no grant gives anything."""
    rows = (_cells(grant.name, one, words) for grant in granted(plan) for one in grant.services)
    return table([words(text) for text in _HEADINGS], rows)


def _cells(grant: str, one: ServiceAccess, words: Words) -> list[str]:
    named = f"{code(grant)}, {code(one.prefix)}"
    given = [_counted([*one.own, *one.tagging]), _counted(one.new), _counted(one.everywhere)]
    return [named, *given, _left_out(one.left_out, words)]


def _counted(actions: Sequence[str]) -> str:
    """Return how many, with the first by name: ``313: RunInstances, StartInstances, …``."""
    if not actions:
        return "–"
    return f"{len(actions)}: {cut([action.partition(':')[2] for action in actions], _MOST)}"


def _left_out(found: Sequence[LeftOut], words: Words) -> str:
    order = list(WORDS)
    by_reason = groupby(sorted(found, key=lambda one: order.index(one.reason)), key=lambda one: one.reason)
    told = [f"{len(tuple(members))} {words(WORDS[reason])}" for reason, members in by_reason]
    return "; ".join(told) or "–"
