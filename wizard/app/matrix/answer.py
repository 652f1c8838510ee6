"""The answer: the matrix of the people and resources that were asked for, its counts, and what stands in the way."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from wizard.access.pace import paced
from wizard.app.matrix.question import GoOn, Question, everybody, everything
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.wording import seen

if TYPE_CHECKING:
    from wizard.access.inventory import BrokenLine, Inventory, Stock
    from wizard.access.matrix import Matrix

_MOST_LOGINS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The matrix, counted.

    Attributes:
        people, resources: the classes in words, by their indexes. broken: lines that could not be read.
    """

    matrix: "Matrix"
    people: tuple[str, ...]
    resources: tuple[str, ...]
    broken: "tuple[BrokenLine, ...]"

    @property
    def held(self) -> "Inventory":
        """Return the people and the resources."""
        return self.matrix.held

    @property
    def people_count(self) -> int:
        """Return how many people were asked about."""
        return sum(crowd.count for crowd in self.held.people)

    @property
    def resources_count(self) -> int:
        """Return how many resources were asked about."""
        return sum(stock.count for stock in self.held.resources)


def answer(question: Question, go_on: GoOn) -> Answer:
    """Return the answer; Unusable where a file cannot be read."""
    from wizard.access.inventory import Inventory  # noqa: PLC0415 - the view opens without what decides
    from wizard.access.matrix import Matrix  # noqa: PLC0415 - the same

    who = everybody(question, lambda part: go_on(part and part * 0.3))
    what, broken = everything(question, lambda part: go_on(part and 0.3 + part * 0.3))
    matrix = Matrix(question.plan, Inventory(who.crowds, what, (*who.broken, *broken)))
    turns, beat = max(1, matrix.turns()), partial(go_on, None)
    for turn, _counted in enumerate(matrix.counted(beat), 1):
        go_on(0.6 + 0.4 * turn / turns)
    listed = paced(zip(who.crowds, who.logins, strict=True), beat)
    people = tuple(_person_words(crowd.tags, logins) for crowd, logins in listed)
    resources = tuple(_resource_words(stock.kind.name, dict(stock.tags)) for stock in paced(what, beat))
    return Answer(matrix, people, resources, matrix.held.broken)


def tags_words(tags: dict[str, str]) -> str:
    """Return tags in a line."""
    return ", ".join(f"{seen(key)}={seen(value)}" for key, value in tags.items()) or _("no tags")


def _person_words(tags: dict[str, str], logins: tuple[str, ...]) -> str:
    if not logins:
        return tags_words(tags)
    named = ", ".join(seen(login) for login in logins[:_MOST_LOGINS])
    more = _(" and {count} more").format(count=len(logins) - _MOST_LOGINS) if len(logins) > _MOST_LOGINS else ""
    return _("{people} ({tags})").format(people=named + more, tags=tags_words(tags))


def _resource_words(type_: str, tags: dict[str, str]) -> str:
    return _("{type}, {tags}").format(type=type_, tags=tags_words(tags))


def _lies_in(plan: Plan, stock: "Stock") -> bool:
    place = stock.kind.place
    return place.partition == plan.aws.partition and place.account in ("", *plan.aws.accounts)


def obstacle(plan: Plan, answer: Answer) -> tuple[str, str]:
    """Return why there is nothing to be seen, and the place of the plan where that is mended; both empty otherwise."""
    if not plan.aws.accounts:
        return _("The plan names no AWS account, so nobody can sign in anywhere."), "aws.accounts"
    if not plan.aws.roles:
        return _("The plan has no role, so nobody can sign in as anything."), "aws.roles"
    if not any(plan.grants(role) for role in plan.aws.roles):
        return _("No role gives a grant, so nobody may do anything."), "aws.roles[0].access"
    if not answer.held.people:
        return _("There are no people to decide for: add sample people to the plan, or open a file."), "people"
    if not answer.held.resources:
        return _("There are no resources to decide about: write examples, or open a file."), ""
    if not any(_lies_in(plan, stock) for stock in answer.held.resources):
        return _("None of these resources lies in an account of the plan."), "aws.accounts"
    return "", ""
