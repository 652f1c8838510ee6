"""What the grants leave out, gathered for the rules that name it."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from wizard.aws.permissions import LeftOut, Reason, left_out
from wizard.plan.model import Plan


def single(plan: Plan, reason: Reason) -> Iterator[LeftOut]:
    """Yield what the reason leaves out, one by one."""
    return (found for found in left_out(plan) if found.reason is reason)


def by_place(plan: Plan, counts: Callable[[LeftOut], bool]) -> Iterator[tuple[str, tuple[LeftOut, ...]]]:
    """Yield what is left out and counts, by the path of the grant's part that asks for it."""
    place = attrgetter("path")
    for path, members in groupby(sorted(filter(counts, left_out(plan)), key=place), key=place):
        yield path, tuple(members)
