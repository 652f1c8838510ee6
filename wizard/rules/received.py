"""What the sample people's sign-ins carry: computed once for all the rules about people's values."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.tag_value import TagValue, tag_value
from wizard.plan.model import Claims, Person, Plan, Tag
from wizard.plan.path import Steps, written
from wizard.rules.reading import Reading, read
from wizard.saml.judgement import Judgement, Measurement


class Received(NamedTuple):
    """The value of one tag for one sample person.

    Attributes:
        person: place of the person. tag_index: place of the tag. tag: itself.
        steps: the part of the person that gives the value: the attribute, else the whole profile, or the login.
        value: what is sent; None where it cannot be computed here, for `reason`.
    """

    person: int
    tag_index: int
    tag: Tag
    steps: Steps
    value: TagValue | None
    reason: CannotEvaluate | None

    @property
    def path(self) -> str:
        """The place in the plan that gives the value."""
        return written(("people", self.person, *self.steps))


_LOGIN: Final = "login"
_Value = tuple[Steps, TagValue | None, CannotEvaluate | None]


class _Crowd:
    """The sample people of a plan, compared by identity: to hash all their profiles for every tag would be slow."""

    __slots__ = ("people",)

    def __init__(self, people: tuple[Person, ...]) -> None:
        self.people = people


def received(plan: Plan) -> tuple[Received, ...]:
    """Return the values of all readable tags for all sample people, person by person."""
    # True, 1 and 1.0 are equal to each other and are sent as different texts, so their spelling is part of the key.
    spelling = repr([person.profile for person in plan.people])
    return _received(plan.okta.claims, plan.tags, _crowd(plan.people, spelling))


def measured(plan: Plan, judgement: Judgement) -> Iterator[tuple[Received, Measurement]]:
    """Yield what a judgement has against the sample people's values, and whose each is."""
    for one in received(plan):
        if one.value is not None:
            for found in judgement.measure(one.tag, one.value):
                yield one, found


@lru_cache(maxsize=8)
def _crowd(people: tuple[Person, ...], spelling: str) -> _Crowd:  # noqa: ARG001 - the spelling is part of the key
    return _Crowd(people)


@lru_cache(maxsize=8)
def _received(claims: Claims, tags: tuple[Tag, ...], crowd: _Crowd) -> tuple[Received, ...]:
    found = [
        Received(at, index, tag, *value)
        for index, tag in enumerate(tags)
        for at, value in enumerate(_values(claims, tag.value, tag.separator, crowd))
    ]
    return tuple(sorted(found, key=lambda one: one.person))


@lru_cache(maxsize=1024)
def _values(claims: Claims, text: str, separator: str | None, crowd: _Crowd) -> tuple[_Value, ...]:
    """Return what one expression gives for each person; nothing where it cannot be read."""
    reading = read(text, claims)
    if not isinstance(reading, Reading):
        return ()
    tag = Tag("", text, separator=separator)
    return tuple(_value(tag, claims, person, reading.attributes) for person in crowd.people)


def _value(tag: Tag, claims: Claims, person: Person, attributes: tuple[str, ...]) -> _Value:
    steps = _steps(person, attributes)
    try:
        return steps, tag_value(tag, claims, person), None
    except CannotEvaluate as reason:
        return steps, None, reason


def _steps(person: Person, attributes: tuple[str, ...]) -> Steps:
    if len(attributes) == 1:
        if any(name == attributes[0] for name, _ in person.profile):
            return ("profile", attributes[0])
        if attributes[0] == _LOGIN:
            return (_LOGIN,)
    return ("profile",)
