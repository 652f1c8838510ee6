"""The part of the matrix that is looked at, found class by class as far as somebody looks."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import translate
from itertools import islice
from typing import TYPE_CHECKING, Final

from wizard.app.matrix.answer import Answer

if TYPE_CHECKING:
    from wizard.access.matrix import Class

_TURN: Final = 200
"""Classes that are looked at between two looks at whether anybody still waits."""


class Show(StrEnum):
    """Which classes are listed."""

    ALLOWED = "allowed"
    """Those with something allowed."""
    REFUSED = "refused"
    """Those with something refused."""
    ALL = "all"
    PEOPLE_WITHOUT = "people-without"
    """Those of the people who reach nothing."""
    RESOURCES_WITHOUT = "resources-without"
    """Those of the resources that nobody reaches."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for: texts in the words for people and for resources, and actions; ``*`` and ``?`` as in IAM."""

    show: Show = Show.ALLOWED
    people: str = ""
    resources: str = ""
    actions: str = ""


class Listing:
    """The classes of an answer that pass a filter; :meth:`more` finds further ones.

    Attributes:
        finished: there are no more.
    """

    def __init__(self, answer: Answer, asked: Filter) -> None:
        self._go_on: Callable[[], None] = _nothing
        self._found = self._search(answer, asked)
        self.finished = False

    def more(self, count: int, go_on: Callable[[], None]) -> "tuple[Class, ...]":
        """Return the next classes, fewer only at the end; `go_on` is called often, and what it raises ends it all."""
        self._go_on = go_on
        found = tuple(islice(self._found, count))
        self.finished = len(found) < count
        return found

    def rest(self, go_on: Callable[[], None]) -> "Iterator[Class]":
        """Yield all further classes."""
        self._go_on = go_on
        yield from self._found
        self.finished = True

    def _beat(self) -> None:
        self._go_on()

    def _search(self, answer: Answer, asked: Filter) -> "Iterator[Class]":
        matrix = answer.matrix
        people: Sequence[int] = _holding(answer.people, asked.people)
        resources: Container[int] = _among(answer.resources, asked.resources)
        if asked.show is Show.PEOPLE_WITHOUT:
            people = [index for index in people if index not in matrix.reached_people]
        if asked.show is Show.RESOURCES_WITHOUT:
            known = range(len(answer.resources))
            resources = {index for index in known if index in resources and index not in matrix.reached_resources}
        fits = fitting(asked.actions)
        everything = asked.show is not Show.ALLOWED
        classes = matrix.chosen(people, resources, self._beat, everything=everything)
        for turn, each in enumerate(classes):
            if turn % _TURN == 0:
                self._beat()
            narrowed = each if fits is None else _narrowed(each, fits)
            if _passes(narrowed, asked.show, whole=fits is None):
                yield narrowed


def _nothing() -> None:
    """Do nothing."""


def _passes(each: "Class", show: Show, *, whole: bool) -> bool:
    """Tell whether a class is listed; one that no action of the plan is about is, where all actions are looked at."""
    if show is Show.ALLOWED:
        return bool(each.allowed)
    if show is Show.REFUSED:
        return bool(each.refused)
    return bool(each.allowed or each.refused or whole)


def _narrowed(each: "Class", fits: Callable[[str], object]) -> "Class":
    allowed = tuple(filter(fits, each.allowed))
    return each._replace(allowed=allowed, refused={name: why for name, why in each.refused.items() if fits(name)})


def fitting(pattern: str) -> Callable[[str], object] | None:
    """Return what tells whether an action is looked for: by a part of its name, or by a pattern; None for all are."""
    text = pattern.strip().casefold()
    if not text:
        return None
    if "*" in text or "?" in text:
        match = re.compile(translate(re.sub(r"\*+", "*", text)), re.IGNORECASE).match
        return lambda name: match(name) is not None
    return lambda name: text in name.casefold()


def _holding(words: Sequence[str], text: str) -> Sequence[int]:
    wanted = text.strip().casefold()
    if not wanted:
        return range(len(words))
    return [index for index, each in enumerate(words) if wanted in each.casefold()]


def _among(words: Sequence[str], text: str) -> Container[int]:
    found: Iterable[int] = _holding(words, text)
    return found if isinstance(found, range) else frozenset(found)
