"""What the sample people's sign-ins carry: computed once for all the rules about people's values."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.tag_value import TagValue, tag_values
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Person, Plan, ProfileValue, Tag
from wizard.plan.path import Steps, written
from wizard.rules.reading import Reading, read
from wizard.saml.judgement import DOUBTFUL, REFUSING, Judgement, Measurement


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


_Value = tuple[Steps, TagValue | None, CannotEvaluate | None]
_LOGIN: Final = "login"
_JUDGEMENTS: Final = (*REFUSING, *DOUBTFUL)

Fault = tuple[Received, Measurement]


def received(plan: Plan) -> tuple[Received, ...]:
    """Return the values of all readable tags for all sample people, tag by tag."""
    return _received(plan.okta.claims, plan.tags, plan.people)


def received_of(plan: Plan, index: int) -> tuple[Received, ...]:
    """Return the values of one tag for all sample people; none where its expression cannot be read."""
    return _of_tag(plan.okta.claims, plan.tags[index], index, plan.people)


def measured(plan: Plan, judgement: Judgement) -> tuple[Fault, ...]:
    """Return what a judgement has against the sample people's values, and whose each is."""
    return _measured(plan.okta.claims, plan.tags, plan.people)[judgement]


@remembered(8)
def _received(claims: Claims, tags: tuple[Tag, ...], people: tuple[Person, ...]) -> tuple[Received, ...]:
    return tuple(one for index, tag in enumerate(tags) for one in _of_tag(claims, tag, index, people))


@remembered(256)
def _of_tag(claims: Claims, tag: Tag, index: int, people: tuple[Person, ...]) -> tuple[Received, ...]:
    if not isinstance(read(tag.value, claims), Reading):
        return ()
    return tuple(Received(at, index, tag, *_value(tag, claims, person)) for at, person in enumerate(people))


@remembered(8)
def _measured(
    claims: Claims, tags: tuple[Tag, ...], people: tuple[Person, ...]
) -> Mapping[Judgement, tuple[Fault, ...]]:
    values = (_of_tag(claims, tag, index, people) for index, tag in enumerate(tags))
    faults = [fault for of_tag in values for fault in _faults(of_tag)]
    return {judgement: tuple(fault for by, fault in faults if by is judgement) for judgement in _JUDGEMENTS}


@remembered(256)
def _faults(values: tuple[Received, ...]) -> tuple[tuple[Judgement, Fault], ...]:
    return tuple(
        (judgement, (one, found))
        for one in values
        if one.value is not None
        for judgement in _JUDGEMENTS
        for found in judgement.measure(one.tag, one.value)
    )


@remembered(4096)
def _value(tag: Tag, claims: Claims, person: Person) -> _Value:
    reading = read(tag.value, claims)
    steps = _steps(person, reading.attributes if isinstance(reading, Reading) else ())
    try:
        return steps, _sent(tag, claims)(_attributes(person)), None
    except CannotEvaluate as reason:
        return steps, None, reason


@remembered(256)
def _sent(tag: Tag, claims: Claims) -> Callable[[Mapping[str, ProfileValue]], TagValue]:
    return tag_values(tag, claims)


@remembered(64)
def _attributes(person: Person) -> Mapping[str, ProfileValue]:
    return person.attributes()


@remembered(64)
def _names(person: Person) -> frozenset[str]:
    return frozenset(name for name, _ in person.profile)


def _steps(person: Person, attributes: tuple[str, ...]) -> Steps:
    if len(attributes) == 1:
        if attributes[0] in _names(person):
            return ("profile", attributes[0])
        if attributes[0] == _LOGIN:
            return (_LOGIN,)
    return ("profile",)
