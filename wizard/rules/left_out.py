"""What the grants leave out, gathered for the rules that name it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from wizard.aws.permissions import LeftOut, Reason, left_out
from wizard.plan.model import Plan


class Gathered(NamedTuple):
    """Actions that one part of a grant asks for and one reason leaves out: the path, the actions, the details."""

    path: str
    actions: tuple[str, ...]
    details: tuple[str, ...]


def single(plan: Plan, reason: Reason) -> Iterator[LeftOut]:
    """Yield what the reason leaves out, one by one."""
    return (found for found in left_out(plan) if found.reason is reason)


def gathered(plan: Plan, reasons: Iterable[Reason], *, named: bool | None = None) -> Iterator[Gathered]:
    """Yield what the reasons leave out, by the part of the grant that asks for it; `named` chooses how it asks."""
    wanted = frozenset(reasons)
    chosen = [found for found in left_out(plan) if found.reason in wanted and named in (None, found.named)]
    for path, members in groupby(sorted(chosen, key=lambda found: found.path), key=lambda found: found.path):
        found = tuple(members)
        details = tuple(dict.fromkeys(one.detail for one in found if one.detail))
        yield Gathered(path, tuple(one.subject for one in found), details)
