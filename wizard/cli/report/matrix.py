"""The matrix of people and resources: as JSON, and for a person; each class as it comes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from wizard.access.inventory import Inventory
from wizard.access.matrix import Class, Matrix
from wizard.language import _
from wizard.quoting.json_text import compact
from wizard.quoting.line_text import one_line

Styled = Callable[[str, str], str]

_SHOWN: Final = 12
"""Names of actions that a line for a person shows."""


def matrix_json(matrix: Matrix, classes: Iterable[Class]) -> Iterator[str]:
    """Yield the parts of one JSON document, as the contract fixes it, its sentences in the language that is spoken."""
    held = matrix.held
    people, resources = totals(held)
    yield f'{{\n"people": {people},\n"resources": {resources},\n"classes": ['
    between = "\n"
    render = _ClassJson(held)
    for each in classes:
        yield f"{between}{render(each)}"
        between = ",\n"
    counts = {
        "classes_without": matrix.empty,
        "people_without": matrix.people_without,
        "resources_without": matrix.resources_without,
        "broken": [each._asdict() for each in held.broken],
        "absent_columns": [each._asdict() for each in held.absent],
    }
    yield "\n],\n" + ",\n".join(f'"{name}": {compact(value)}' for name, value in counts.items()) + "\n}\n"


class _ClassJson:
    """Writes classes; what many of them have in common is written once."""

    def __init__(self, held: Inventory) -> None:
        self._people = [f'"tags":{compact(crowd.tags)},"people":{crowd.count}' for crowd in held.people]
        self._resources = [
            f'"resource_type":{compact(stock.kind.name)},"resource_tags":{compact(dict(stock.tags))},'
            f'"resources":{stock.count}'
            for stock in held.resources
        ]
        self._allowed: dict[tuple[str, ...], str] = {}

    def __call__(self, each: Class) -> str:
        allowed = self._allowed.get(each.allowed) or self._allowed.setdefault(each.allowed, compact(list(each.allowed)))
        place = f'"account":{compact(each.account)},"role":{compact(each.role)}'
        parts = (self._people[each.person], self._resources[each.resource], place)
        return f'{{{",".join(parts)},"allowed":{allowed},"refused":{compact(dict(each.refused))}}}'


def totals(held: Inventory) -> tuple[int, int]:
    """Return how many people and how many resources there are."""
    return sum(crowd.count for crowd in held.people), sum(stock.count for stock in held.resources)


def matrix_text(matrix: Matrix, classes: Iterable[Class], styled: Styled) -> Iterator[str]:
    """Yield the classes for a person, by account, role and people, and then the counts."""
    held = matrix.held
    place: tuple[str, str] | None = None
    person = -1
    for each in classes:
        if (each.account, each.role) != place:
            place, person = (each.account, each.role), -1
            yield styled(f"{one_line(each.account)}  {one_line(each.role)}", "strong") + "\n"
        if each.person != person:
            person = each.person
            crowd = held.people[person]
            yield _("  {tags} (people: {count})").format(tags=tags_text(crowd.tags), count=f"{crowd.count:,}") + "\n"
        yield from (f"{line}\n" for line in _class_lines(held, each, styled))
    yield "\n".join(_summary(matrix)) + "\n"


def _class_lines(held: Inventory, each: Class, styled: Styled) -> Iterator[str]:
    stock = held.resources[each.resource]
    text = _("    {type}, {tags} (resources: {count})")
    yield text.format(type=stock.kind.name, tags=tags_text(stock.tags), count=f"{stock.count:,}")
    if each.allowed:
        yield f"      {styled(_('may'), 'strong')} {_shortened(each.allowed)}"
    for reason, names in groupby(
        sorted(each.refused, key=lambda name: _why(each, name)), lambda name: _why(each, name)
    ):
        told = _("may not {actions}: {reason}").format(actions=_shortened(tuple(names)), reason=one_line(reason))
        yield f"      {told}"


def _why(each: Class, name: str) -> str:
    """Return why an action is refused, without its name, so that those refused alike stand together."""
    return each.refused[name].removesuffix(f" {name}")


def _shortened(names: tuple[str, ...]) -> str:
    listed = ", ".join(names[:_SHOWN])
    if len(names) <= _SHOWN:
        return listed
    return _("{names} and {count} more").format(names=listed, count=len(names) - _SHOWN)


def tags_text(tags: Mapping[str, str]) -> str:
    """Return tags as they stand in a line."""
    return ", ".join(f"{one_line(key)}={one_line(value)}" for key, value in tags.items()) or _("no tags")


def _summary(matrix: Matrix) -> Iterator[str]:
    people, resources = totals(matrix.held)
    yield _("people: {people}, resources: {resources}").format(people=f"{people:,}", resources=f"{resources:,}")
    yield _("people who reach nothing: {count}").format(count=f"{matrix.people_without:,}")
    yield _("resources that nobody reaches: {count}").format(count=f"{matrix.resources_without:,}")
    yield _("classes with nothing allowed: {count}").format(count=f"{matrix.empty:,}")
