"""What one value of one tag comes to: what is sent, and what is wrong with it."""

from typing import Final, NamedTuple

from wizard.access.preflight.problem import Problem
from wizard.access.preflight.rule import TRANSITIVE_ALONE, VALUES
from wizard.aws.packed_size import UNKNOWN_VALUE, byte_length
from wizard.language import N_
from wizard.okta.expression import ExpressionFault
from wizard.okta.tag_value import TagValue, joined
from wizard.plan.model import Tag
from wizard.quoting.wording import quoted
from wizard.saml.judgement import NOT_ALLOWED, Measurement

_WHOLE_LISTS: Final = {rule.id for rule, judged in VALUES if judged is NOT_ALLOWED}
"""Rules that look at a list as a whole, of which one member tells nothing."""


class Outcome(NamedTuple):
    """What a tag comes to.

    Attributes:
        sent: the value that is sent, with commas between several; None for nothing.
        counted: what is counted among the distinct values: the value, or the members of a list.
        problems: what is wrong. missing: whether the tag has no value, or an empty one.
        size: the bytes of key and value.
        fault: why there is no value, where it cannot be computed here. notes: what Okta does not document about it.
        special: whether there is anything to say beside what is counted.
    """

    sent: str | None
    counted: tuple[str, ...]
    problems: tuple[Problem, ...]
    missing: bool
    size: int
    fault: ExpressionFault | None = None
    notes: tuple[str, ...] = ()
    special: bool = True


def tag_outcome(tag: Tag, value: TagValue) -> Outcome:
    """Return what a tag comes to that has this value."""
    sent = ",".join(value.values) if value.values else None
    problems = list(_problems(tag, value))
    if tag.transitive and not tag.required and not value.values:
        template = N_("No value for the tag {key}, whose key is among the transitive ones")
        problems.append(Problem(TRANSITIVE_ALONE, tag.key, None, Measurement(template, {"key": quoted(tag.key)})))
    missing = not any(value.members)
    notes = () if problems else value.notes
    return Outcome(
        sent,
        tuple(dict.fromkeys(value.members if tag.separator is not None else value.values)),
        tuple(problems),
        missing=missing,
        size=byte_length(tag.key) + sum(map(byte_length, value.values)),
        notes=notes,
        special=bool(problems or missing or notes),
    )


def value_problems(tag: Tag, value: str) -> tuple[Problem, ...]:
    """Return what is wrong with one of a tag's distinct values, or with one member of its lists, whoever has it."""
    if tag.separator is None:
        return _problems(tag, TagValue((value,), (value,)))
    alone = TagValue((joined((value,), tag.separator),), (value,))
    return tuple(each for each in _problems(tag, alone) if each.rule.id not in _WHOLE_LISTS)


def _problems(tag: Tag, value: TagValue) -> tuple[Problem, ...]:
    sent = ",".join(value.values) if value.values else None
    return tuple(Problem(rule, tag.key, sent, found) for rule, judged in VALUES for found in judged.measure(tag, value))


def sound_outcome(tag: Tag, value: str) -> Outcome:
    """Return what a tag comes to that sends this single value, of which it is known that nothing is wrong with it."""
    return Outcome(value, (value,), (), missing=False, size=byte_length(tag.key) + byte_length(value), special=False)


def unknown_outcome(tag: Tag, fault: ExpressionFault) -> Outcome:
    """Return what a tag comes to whose value cannot be computed here: it is taken for sound."""
    return Outcome(None, (), (), missing=False, size=byte_length(tag.key) + UNKNOWN_VALUE, fault=fault)
