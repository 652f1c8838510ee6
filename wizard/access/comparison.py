"""Who gains and who loses what between two plans: their matrices over the same people and resources, subtracted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from wizard.access.inventory import Inventory
from wizard.access.matrix import Matrix
from wizard.access.pace import GoOn, unasked
from wizard.language import N_, _
from wizard.plan.model import Plan

_Pair = tuple[str, str, int, int]

_GONE: Final = N_("no grant of the role asks for it")


class Shift(NamedTuple):
    """What people of one class gain and lose on resources of one class, in a role of an account.

    Attributes:
        person, resource: indexes in both inventories. gained, lost: names of actions.
        because: of what is lost, why the new plan does not allow it.
    """

    person: int
    resource: int
    account: str
    role: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    because: Mapping[str, str]


class Shifts:
    """The shifts over two inventories of the same people and resources."""

    def __init__(self, before: Inventory, after: Inventory, found: Iterable[Shift]) -> None:
        self.before = before
        self.after = after
        self.found: Sequence[Shift] = tuple(found)

    def people(self, *, gaining: bool) -> int:
        """Return how many people gain something, or lose something."""
        classes = {each.person for each in self.found if (each.gained if gaining else each.lost)}
        return sum(self.after.people[index].count for index in classes)


def shifts(old: Plan, before: Inventory, new: Plan, after: Inventory, go_on: GoOn = unasked) -> Iterator[Shift]:
    """Yield the shifts, by account, role, people and resources, those of the new plan's roles first.

    A role of another name is another role: what the old one gave is lost, what the new one gives is gained. `go_on` is
    called often; what it raises ends the search.
    """
    earlier: dict[_Pair, tuple[str, ...]] = {
        (each.account, each.role, each.person, each.resource): each.allowed
        for each in Matrix(old, before).classes(go_on)
    }
    matrix = Matrix(new, after)
    for each in matrix.classes(go_on):
        known = earlier.pop((each.account, each.role, each.person, each.resource), ())
        gained = tuple(name for name in each.allowed if name not in known)
        lost = tuple(name for name in known if name not in each.allowed)
        if gained or lost:
            reasons = {name: each.refused.get(name, _(_GONE)) for name in lost}
            yield Shift(each.person, each.resource, each.account, each.role, gained, lost, reasons)
    for (account, role, person, resource), allowed in earlier.items():
        go_on()
        try:
            refused = matrix.refused(account, role, person, resource)
        except LookupError:
            told = _("the plan has no role {role} in the account {account}").format(role=role, account=account)
            refused = dict.fromkeys(allowed, told)
        reasons = {name: refused.get(name, _(_GONE)) for name in allowed}
        yield Shift(person, resource, account, role, (), allowed, reasons)
