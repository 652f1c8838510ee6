"""The shape of the plan file, told from the plan's classes: what the reader, the writer and the schema share."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from wizard.frozen import ABSENT, Frozen, Part, is_kind, parts
from wizard.plan.model import Plan, Profile


class Text:
    """Any text."""


class Whole:
    """A whole number."""


class Flag:
    """True or false."""


class Choice(Frozen):
    """One of some texts; `value` turns the text into what the plan holds."""

    texts: tuple[str, ...]
    value: Callable[[str], str]


class ListOf(Frozen):
    """A list whose entries have one shape."""

    item: "Shape"


class Attributes:
    """A profile: names of the administrator's choice, each with a scalar or a list of scalars."""


class Key(Frozen):
    """One key of a record.

    Attributes:
        nullable: whether null is a value here.
        needed: whether the file must have it.
        default: what holds where the file lacks it; ABSENT where it cannot.
        about: what it means, in one sentence.
    """

    name: str
    shape: "Shape"
    nullable: bool
    needed: bool
    default: Any
    about: str


class Record(Frozen):
    """A mapping with fixed keys, which becomes a value of the class `kind`."""

    kind: type[Any]
    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """Return the key of that name, None where there is none."""
        return next((key for key in self.keys if key.name == name), None)


Shape = Text | Whole | Flag | Choice | ListOf | Attributes | Record


@cache
def record(kind: type[Any]) -> Record:
    """Return the shape of a class of the plan; TypeError where a part's type has no shape."""
    return Record(kind, tuple(_key(part) for part in parts(kind)))


def plan_shape() -> Record:
    """Return the shape of the whole plan file; the key ``version``, which is no part of the plan, stands apart."""
    return record(Plan)


def _key(part: Part) -> Key:
    hint, nullable = _without_none(part.type)
    choices = part.metadata.get("choices")
    return Key(
        name=part.name,
        shape=Choice(tuple(choices), str) if choices else _shape(hint),
        nullable=nullable,
        needed=part.default is ABSENT or part.metadata.get("needed", False),
        default=part.default,
        about=part.metadata["about"],
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    if isinstance(hint, UnionType):
        others = [part for part in get_args(hint) if part is not type(None)]
        if len(others) == 1:
            return others[0], True
    return hint, False


_SIMPLE: dict[Any, Shape] = {str: Text(), int: Whole(), bool: Flag(), Profile: Attributes()}


def _shape(hint: Any) -> Shape:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint) is tuple:
        return ListOf(_shape(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(tuple(hint), hint)
    if is_kind(hint):
        return record(hint)
    raise TypeError(f"a plan file has no form for {hint}")
