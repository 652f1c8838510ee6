"""The matrix: people × resources × actions of a plan, those with the same tags as one class and decided once.

A resource is reached from the accounts of the plan that own it. An ARN without an account ID (of an S3 bucket) tells no
owner: such a resource is taken to belong to each account of the plan in turn, and stands in the classes of each.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from wizard.access.inventory import Inventory
from wizard.access.kind import Kind, Types
from wizard.access.left_out import left_out_reasons
from wizard.access.pace import GoOn, paced, unasked
from wizard.access.reach import Deeds, Values, role_reaches, values_at
from wizard.access.sign_in import SignIn
from wizard.aws.trust import trust_policy
from wizard.language import _
from wizard.plan.model import Plan, Role

_REMEMBERED: Final = 10_000
"""Pairs whose reason is remembered for each group of actions; who lists all pairs of many would fill the memory."""


class Class(NamedTuple):
    """A class of people against a class of resources, in a role of an account.

    Attributes:
        person, resource: the indexes of the two in the inventory. allowed: names of actions.
        refused: each action of the plan on such resources that is not allowed, and why.
    """

    person: int
    resource: int
    account: str
    role: str
    allowed: tuple[str, ...]
    refused: Mapping[str, str]


@dataclass
class Matrix:
    """The matrix of a plan and an inventory; its classes are made while they are asked for.

    Attributes:
        reached_people, reached_resources: indexes of those that stand in a class with something allowed.
        empty: how many classes have nothing allowed. All three are whole when all classes have been asked for.
    """

    plan: Plan
    held: Inventory
    reached_people: set[int] = field(default_factory=set)
    reached_resources: set[int] = field(default_factory=set)
    empty: int = 0
    _known: dict[str, "_RoleMatrix"] = field(default_factory=dict, init=False, repr=False)

    def _roles(self, go_on: GoOn = unasked) -> Mapping[str, "_RoleMatrix"]:
        for role in _once(self.plan):
            if role.name not in self._known:
                self._known[role.name] = _RoleMatrix(self.plan, role, self.held, go_on)
        return self._known

    def refused(self, account: str, role: str, person: int, resource: int) -> Mapping[str, str]:
        """Return the actions of the plan on a resource that are not allowed to a person who reaches nothing of it.

        LookupError where the plan has no such role or account.
        """
        found = self._roles()[role]
        if account not in self.plan.aws.accounts:
            raise LookupError(account)
        refusals = found.sign_in(account).refusals(self.held.people[person].carried)
        return found.answer(person, resource, 0, refusals)[1]

    def classes(self, go_on: GoOn = unasked, *, everything: bool = False) -> Iterator[Class]:
        """Yield the classes with something allowed, `everything` the others too: by account, role, person, resource.

        `go_on` is called often; what it raises ends the search.
        """
        for row in self._rows(range(len(self.held.people)), go_on):
            self._count(row)
            yield from self._classes(row, row.stocks if everything else sorted(row.found))

    def chosen(
        self, people: Iterable[int], resources: Container[int], go_on: GoOn, *, everything: bool = False
    ) -> Iterator[Class]:
        """Yield the classes of these people and resources alone, by their indexes; nothing is counted.

        Their refused actions stand without the reasons, which take most of the time; :meth:`explained` finds those.
        `go_on` is called for each class of people in each role of each account; what it raises ends the search.
        """
        for row in self._rows(people, go_on):
            listed = row.stocks if everything else sorted(row.found)
            for resource in listed:
                if resource in resources:
                    allowed, refused = row.role.names(resource, row.found.get(resource, 0))
                    yield Class(row.person, resource, row.account, row.role.name, allowed, refused)

    def explained(self, each: Class) -> Class:
        """Return a class that was chosen with the reasons of its refused actions."""
        role = self._roles()[each.role]
        refused = role.sign_in(each.account).refusals(self.held.people[each.person].carried)
        found = {} if refused else role.of(each.person, frozenset((each.resource,)))
        _, reasons = role.answer(each.person, each.resource, found.get(each.resource, 0), refused)
        return each._replace(refused={name: reasons[name] for name in each.refused})

    def counted(self, go_on: GoOn = unasked) -> Iterator[None]:
        """Count who reaches what, and find no reasons; a turn is a class of people in a role of an account.

        `go_on` is called often; what it raises ends the counting.
        """
        for row in self._rows(range(len(self.held.people)), go_on):
            self._count(row)
            yield

    def turns(self) -> int:
        """Return how many turns counting takes."""
        return len(set(self.plan.aws.accounts)) * len(list(_once(self.plan))) * len(self.held.people)

    def _rows(self, people: Iterable[int], go_on: GoOn = unasked) -> Iterator["_Row"]:
        who = tuple(people)
        roles = self._roles(go_on)
        for account in dict.fromkeys(self.plan.aws.accounts):
            stocks = self._in(account)
            here = frozenset(stocks)
            for role in roles.values():
                sign_in = role.sign_in(account)
                for person in who:
                    go_on()
                    refused = sign_in.refusals(self.held.people[person].carried)
                    found = {} if refused else role.of(person, here)
                    yield _Row(account, role, person, stocks, found, refused)

    def _count(self, row: "_Row") -> None:
        self.empty += len(row.stocks) - len(row.found)
        if row.found:
            self.reached_people.add(row.person)
            self.reached_resources.update(row.found)

    @staticmethod
    def _classes(row: "_Row", resources: Iterable[int]) -> Iterator[Class]:
        for resource in resources:
            allowed, refused = row.role.answer(row.person, resource, row.found.get(resource, 0), row.refused)
            yield Class(row.person, resource, row.account, row.role.name, allowed, refused)

    def _in(self, account: str) -> list[int]:
        """Return the resources that a role of the account can be given, by their indexes."""
        partition = str(self.plan.aws.partition)
        return [
            index
            for index, stock in enumerate(self.held.resources)
            if stock.kind.place.partition == partition and stock.kind.place.account in ("", account)
        ]

    @property
    def people_without(self) -> int:
        """Return how many people reach nothing, in any role."""
        listed = enumerate(self.held.people)
        return sum(crowd.count for index, crowd in listed if index not in self.reached_people)

    @property
    def resources_without(self) -> int:
        """Return how many resources nobody reaches."""
        listed = enumerate(self.held.resources)
        return sum(stock.count for index, stock in listed if index not in self.reached_resources)


def _once(plan: Plan) -> Iterator[Role]:
    """Yield the roles, of two with one name the first."""
    seen: set[str] = set()
    for role in plan.aws.roles:
        if role.name not in seen:
            seen.add(role.name)
            yield role


class _Row(NamedTuple):
    """A class of people in a role of an account.

    Attributes:
        stocks: indexes of the resources there. found: of those that they reach, with what is allowed, as bits.
        refused: why they cannot sign in.
    """

    account: str
    role: "_RoleMatrix"
    person: int
    stocks: Sequence[int]
    found: Mapping[int, int]
    refused: tuple[str, ...]


class _RoleMatrix:
    """What a role allows, the same in all accounts: people and resources by the tags that its policies read."""

    def __init__(self, plan: Plan, role: Role, held: Inventory, go_on: GoOn) -> None:
        self.name: Final = role.name
        self._plan = plan
        self._role = role
        self._held = held
        self._reach = role_reaches(plan, go_on)[role.name]
        self._people = [values_at(_lower(crowd.tags), self._reach.person_keys) for crowd in paced(held.people, go_on)]
        self._resources = [
            values_at(_lower(stock.tags), self._reach.resource_keys) for stock in paced(held.resources, go_on)
        ]
        self._sign_ins: dict[str, SignIn] = {}
        self._alike: dict[tuple[Types, Values], list[int]] = defaultdict(list)
        for index, stock in enumerate(held.resources):
            self._alike[stock.kind.types, self._resources[index]].append(index)
        self._reached = self._all_reached(go_on)
        self._reasons: dict[tuple[Types, int], dict[tuple[Values, Values], str]] = {}
        self._left_out = left_out_reasons(plan, role)
        self._names: dict[tuple[Types, int], tuple[tuple[str, ...], Mapping[str, str]]] = {}

    def sign_in(self, account: str) -> SignIn:
        """Return the sign-in to the role in an account; one stands for all accounts whose trust policies are alike."""
        text = trust_policy(self._plan, account, self._role).compact().replace(account, "")
        if text not in self._sign_ins:
            self._sign_ins[text] = SignIn(self._plan, account, self._role)
        return self._sign_ins[text]

    def of(self, person: int, here: frozenset[int]) -> dict[int, int]:
        """Return the resources that people of a class reach, of those that are here, and what is allowed, as bits."""
        found: dict[int, int] = {}
        for (types, values), bits in self._reached.get(self._people[person], {}).items():
            for index in self._alike[types, values]:
                if index in here:
                    found[index] = bits
        return found

    def _all_reached(self, go_on: GoOn) -> dict[Values, dict[tuple[Types, Values], int]]:
        people = list(dict.fromkeys(self._people))
        found: dict[Values, dict[tuple[Types, Values], int]] = defaultdict(dict)
        for kind, resources in self._by_types().items():
            for person, row in self._reach.reached(kind, people, resources, go_on).items():
                found[people[person]].update({(kind.types, resources[index]): bits for index, bits in row.items()})
        return found

    def _by_types(self) -> dict[Kind, list[Values]]:
        """Return the values of the resources of each type, under a kind of the role's own partition."""
        partition = str(self._plan.aws.partition)
        kinds: dict[Types, Kind] = {}
        found: dict[Kind, dict[Values, None]] = defaultdict(dict)
        for index, stock in enumerate(self._held.resources):
            if stock.kind.place.partition == partition:
                found[kinds.setdefault(stock.kind.types, stock.kind)][self._resources[index]] = None
        return {kind: list(values) for kind, values in found.items()}

    def answer(
        self, person: int, resource: int, bits: int, refused: tuple[str, ...]
    ) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """Return what is allowed of a pair, and what is not and why."""
        not_allowed: dict[str, str] = {}
        for bit, each in enumerate(self._reach.deeds(self._held.resources[resource].kind)):
            if not bits >> bit & 1:
                reason = "; ".join(refused) or self._reason(person, resource, bit, each)
                not_allowed |= {name: reason or self._never_reason(name) for name in each.names}
        return self.names(resource, bits)[0], dict(sorted(not_allowed.items()))

    def names(self, resource: int, bits: int) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """Return the names of what is allowed on a resource, and of what is not, without reasons."""
        kind = self._held.resources[resource].kind
        key = (kind.types, bits)
        if key not in self._names:
            deeds = list(enumerate(self._reach.deeds(kind)))
            allowed = sorted(name for bit, each in deeds if bits >> bit & 1 for name in each.names)
            refused = sorted(name for bit, each in deeds if not bits >> bit & 1 for name in each.names)
            self._names[key] = tuple(allowed), dict.fromkeys(refused, "")
        return self._names[key]

    def _reason(self, person: int, resource: int, bit: int, deeds: Deeds) -> str:
        """Return why actions are refused for a pair; nothing where no statement is about them."""
        if not deeds.allowing:
            return ""
        who, what = self._people[person], self._resources[resource]
        known = self._reasons.setdefault((self._held.resources[resource].kind.types, bit), {})
        key = (who, what)
        if key not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            context = self._reach.resource_context(deeds, what)
            decision = self._reach.decision(deeds, self._reach.person_context(who), context)
            known[key] = "; ".join(decision.because)
        return known[key]

    def _never_reason(self, name: str) -> str:
        return self._left_out.get(name) or _("no policy of the role allows {action}").format(action=name)


def _lower(tags: Mapping[str, str]) -> dict[str, str]:
    return {key.lower(): value for key, value in tags.items()}
