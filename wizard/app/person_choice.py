"""Looks for a person in a file, be there a million in it: the logins are kept, and who is chosen is read.

Nothing of the file comes into the plan unless :func:`with_listed` puts it there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from wizard.access.attributes import attributes_of
from wizard.access.broken import Broken
from wizard.access.people_columns import people_columns
from wizard.access.person import ListedPerson, listed_person
from wizard.app.people_file import GoOn, NotRead, WatchedFile, opened_people
from wizard.frozen import replace
from wizard.language import _
from wizard.plan.model import Person, Plan
from wizard.quoting.wording import seen

MOST_FOUND: Final = 200
"""Logins that are listed; of the others it is known how many they are."""
MOST_BROKEN: Final = 1_000
_BETWEEN: Final = "\x00"
"""Stands between the logins of a batch. No login holds it: a line of CSV in which it stands counts as broken."""


@dataclass(frozen=True, slots=True)
class FoundLogins:
    """The logins in which a text stands, in the order of the file: the first of them, and how many they are."""

    logins: tuple[str, ...]
    count: int


class ListedLogins:
    """The logins of a file.

    Attributes:
        people: how many can be chosen. broken: the lines that could not be read, as far as they are kept.
        broken_count: how many they are.
    """

    def __init__(self, path: Path) -> None:
        self.path: Final = path
        self.people = 0
        self.broken: list[Broken] = []
        self.broken_count = 0
        self._batches: list[tuple[int, str, str]] = []

    def found(self, text: str, go_on: GoOn) -> FoundLogins:
        """Return the logins in which every word of the text stands, whatever its case."""
        wanted = text.casefold().split()
        logins: list[str] = []
        count = 0
        for size, batch, folded in self._batches:
            go_on(None)
            if not wanted:
                fitting, number = batch.split(_BETWEEN) if len(logins) < MOST_FOUND else [], size
            else:
                fitting = list(_fitting(wanted, batch, folded))
                number = len(fitting)
            logins += fitting[: MOST_FOUND - len(logins)]
            count += number
        return FoundLogins(tuple(logins), count)

    def add(self, logins: list[str]) -> None:
        """Take the logins of some people."""
        batch = _BETWEEN.join(logins)
        folded = batch.casefold()
        self._batches.append((len(logins), batch, batch if folded == batch else folded))
        self.people += len(logins)

    def note(self, broken: Broken) -> None:
        """Take a line that could not be read."""
        self.broken_count += 1
        if len(self.broken) < MOST_BROKEN:
            self.broken.append(broken)


def _fitting(wanted: list[str], batch: str, folded: str) -> Iterator[str]:
    if all(word in folded for word in wanted):
        for login, its in zip(batch.split(_BETWEEN), folded.split(_BETWEEN), strict=True):
            if all(word in its for word in wanted):
                yield login


def listed_logins(path: Path, plan: Plan, go_on: GoOn) -> ListedLogins:
    """Return the logins of a file as the preflight of the plan reads it; NotRead where it cannot be read."""
    listed = ListedLogins(path)
    with opened_people(path) as file:
        stream = WatchedFile(file, go_on, lambda: False)
        for batch in people_columns(stream, attributes_of(plan), listed.note).batches:
            listed.add([login for login in batch.logins if _BETWEEN not in login])
    listed.broken.sort(key=lambda each: each.line)
    return listed


def read_person(path: Path, plan: Plan, login: str, go_on: GoOn) -> ListedPerson:
    """Return the person of that login; NotRead where the file cannot be read, or no longer has that person."""
    with opened_people(path) as file:
        stream = WatchedFile(file, go_on, lambda: False)
        found = listed_person(stream, plan, login, lambda _broken: None)
    if found is None:
        raise NotRead(_("Nobody in the list has the login {login}").format(login=seen(login, 80)))
    return found


def with_listed(plan: Plan, listed: ListedPerson) -> Plan:
    """Return the plan with the person among its sample people: what the plan reads, and no more of the profile.

    A sample person of the same login gets these values, and keeps the others.
    """
    person = listed.person(plan)
    if plan.person(person.login) is None:
        return replace(plan, people=(*plan.people, person))
    return replace(plan, people=tuple(map(partial(_renewed, person), plan.people)))


def _renewed(new: Person, old: Person) -> Person:
    if old.login != new.login:
        return old
    return replace(old, profile=tuple({**dict(old.profile), **dict(new.profile)}.items()))
