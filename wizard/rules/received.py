"""What the sample people's sign-ins carry: computed once for all the rules about people's values."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.parser import Expression
from wizard.okta.tag_value import TagValue, tag_value
from wizard.plan.model import Claims, Person, Plan, Tag
from wizard.plan.path import written
from wizard.rules.reading import profile_attributes, read


class Received(NamedTuple):
    """The value of one tag for one sample person.

    Attributes:
        path: the place in the plan that gives the value: the profile attribute, else the profile, or the login.
        tag_index: place of the tag. tag: itself.
        value: what is sent; None where it cannot be computed here, for `reason`.
    """

    path: str
    tag_index: int
    tag: Tag
    value: TagValue | None
    reason: CannotEvaluate | None = None


def received(plan: Plan) -> tuple[Received, ...]:
    """Return the values of all readable tags for all sample people, person by person."""
    # True, 1 and 1.0 are equal to each other and are sent as different texts, so their spelling is part of the key.
    spelling = repr([person.profile for person in plan.people])
    return _received(plan.okta.claims, plan.tags, plan.people, spelling)


@lru_cache(maxsize=16)
def _received(
    claims: Claims,
    tags: tuple[Tag, ...],
    people: tuple[Person, ...],
    spelling: str,  # noqa: ARG001 - part of the key
) -> tuple[Received, ...]:
    return tuple(one for index, person in enumerate(people) for one in _of_person(claims, tags, person, index))


def _of_person(claims: Claims, tags: tuple[Tag, ...], person: Person, at: int) -> Iterator[Received]:
    for index, tag in enumerate(tags):
        expression = read(tag.value, claims)
        if isinstance(expression, Expression):
            path = _place(person, at, profile_attributes(expression))
            try:
                yield Received(path, index, tag, tag_value(tag, claims, person))
            except CannotEvaluate as reason:
                yield Received(path, index, tag, None, reason)


def _place(person: Person, at: int, attributes: tuple[str, ...]) -> str:
    known = [name for name, _ in person.profile if name in attributes]
    if len(known) == 1 == len(attributes):
        return written(("people", at, "profile", known[0]))
    if attributes == ("login",):
        return f"people[{at}].login"
    return f"people[{at}].profile"
