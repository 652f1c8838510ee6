"""One person of a list, with everything that the list holds of that person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wizard.access.attributes import attributes_of
from wizard.access.broken import Broken, OnBroken
from wizard.access.csv_pieces import csv_pieces
from wizard.access.people import LOGIN, cell_members, login_column, profile_value, profiles
from wizard.access.stream import Readable, Rejoined
from wizard.language import _
from wizard.plan.model import Person, Plan, ProfileValue


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person as the list has it, whatever a plan reads of it.

    Attributes:
        cells: the values of a row of CSV, where it was one; commas stand between the members of a list.
        profile: those of a user of Okta else.
    """

    login: str
    cells: dict[str, str] = field(default_factory=dict)
    profile: dict[str, ProfileValue] = field(default_factory=dict)

    def person(self, plan: Plan) -> Person:
        """Return the person with the attributes that the plan reads."""
        names, lists = attributes_of(plan)
        return Person(self.login, tuple((name, self._value(name, listed=name in lists)) for name in names))

    def _value(self, name: str, *, listed: bool) -> ProfileValue:
        text = self.cells.get(name)
        if text is None:
            return self.profile.get(name)
        return cell_members(text) if listed else text or None


def listed_person(stream: Readable, plan: Plan, login: str | None, on_broken: OnBroken) -> ListedPerson | None:
    """Return the person of that login, the first without one; None where the list has nobody such.

    The list is read no further than to that person. UnreadableFile where the file has no form that is known.
    """
    source = Rejoined(stream)
    if source.start[:1] in (b"[", b"{"):
        everybody = _users(source, attributes_of(plan).names, on_broken)
    else:
        everybody = _rows(source, on_broken)
    return next((person for person in everybody if login in (None, person.login)), None)


def _rows(source: Readable, on_broken: OnBroken) -> Iterator[ListedPerson]:
    table, batches = csv_pieces(source, on_broken)
    place = login_column(table)
    for batch in batches:
        for line, row in zip(batch.lines, batch.rows, strict=True):
            if row[place]:
                yield ListedPerson(row[place], cells=dict(zip(table.columns, row, strict=True)))
            else:
                on_broken(Broken(line, _("the cell {column} is empty").format(column=LOGIN)))


def _users(source: Readable, names: tuple[str, ...], on_broken: OnBroken) -> Iterator[ListedPerson]:
    for line, login, profile in profiles(source, on_broken):
        try:
            for name in names:
                profile_value(profile.get(name), name)
        except TypeError as error:
            on_broken(Broken(line, str(error)))
            continue
        yield ListedPerson(login, profile=dict(_values(profile)))


def _values(profile: dict[str, Any]) -> Iterator[tuple[str, ProfileValue]]:
    """Yield what is a value of a profile; an object is none, and the plan does not read it."""
    for name, value in profile.items():
        try:
            yield name, profile_value(value, name)
        except TypeError:
            continue
