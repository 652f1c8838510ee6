"""Evaluates an expression for a person.

What Okta does not document comes back as a note beside the value; where there is no value to show, CannotEvaluate.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.parser import Expression
from wizard.okta.expression.reference import reference
from wizard.okta.expression.row import Row
from wizard.okta.expression.surroundings import NOTHING_KNOWN, Surroundings
from wizard.okta.expression.value_type import Country, Moment, Value, type_of
from wizard.plan.model import Person, ProfileValue, Scalar


class Evaluation(NamedTuple):
    """What an expression gives for a person.

    Attributes:
        value: the value; None for null.
        notes: what Okta does not document about it, in English; empty where all of it is documented.
    """

    value: ProfileValue
    notes: tuple[str, ...] = ()

    @property
    def documented(self) -> bool:
        """Tell whether Okta documents all that led to the value."""
        return not self.notes


def value_of(expression: Expression, person: Person, surroundings: Surroundings = NOTHING_KNOWN) -> Evaluation:
    """Return what the expression gives for a person; CannotEvaluate for what is not known or not documented."""
    return compiled(expression, surroundings)(person.attributes())


def plain_attribute(expression: Expression) -> str | None:
    """Return the attribute of the user that the expression merely reads, None where it does more: ``user.team``.

    Its value is the profile's own, null where the profile has none, so a caller with many people may read it there.
    """
    own = reference(expression.root)
    return own.attribute if own is not None and is_attribute(own, expression.claims) else None


def compiled(
    expression: Expression, surroundings: Surroundings = NOTHING_KNOWN
) -> Callable[[Mapping[str, ProfileValue]], Evaluation]:
    """Return the function from a person's profile to what the expression gives; it raises CannotEvaluate."""
    name = plain_attribute(expression)
    if name is not None:
        return _reading(name)
    from wizard.okta.expression.compiler import program  # noqa: PLC0415 - brings every function; few plans need them

    run = program(expression.text, expression.claims)
    column = expression.root.column

    def evaluate(attributes: Mapping[str, ProfileValue]) -> Evaluation:
        row = Row(attributes, surroundings)
        value = run(row)
        if type(value) is not str:
            value = _final(value, row, column)
        return Evaluation(value, tuple(row.notes))

    return evaluate


_NULL: Final = Evaluation(None, (note.NULL_RESULT,))
_EMPTY: Final = Evaluation((), (note.EMPTY_ARRAY,))


def _reading(name: str) -> Callable[[Mapping[str, ProfileValue]], Evaluation]:
    def read(attributes: Mapping[str, ProfileValue]) -> Evaluation:
        value = attributes.get(name)
        if value is None:
            return _NULL
        return _EMPTY if value == () else Evaluation(value)

    return read


def _final(value: Value, row: Row, column: int) -> ProfileValue:
    """Return the value as an attribute statement carries it; CannotEvaluate for what it cannot."""
    if value is None:
        row.note(note.NULL_RESULT)
        return None
    if isinstance(value, tuple):
        if not value:
            row.note(note.EMPTY_ARRAY)
        return tuple([_single(member, row, column) for member in value])
    return _single(value, row, column)


def _single(value: Value, row: Row, column: int) -> Scalar:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Country | Moment):
        row.note(note.OBJECT_AS_TEXT)
        return value.alpha2 if isinstance(value, Country) else value.text
    raise CannotEvaluate(
        N_("The result is of the type {type}; an attribute carries text, numbers, booleans or a flat array of them."),
        column,
        type=str(type_of(value)),
    )
