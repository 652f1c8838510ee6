"""The session tags that a sign-in carries, and what AWS would refuse about them before it looks at any policy."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from wizard.aws.limits import RESERVED_TAG_PREFIX, SESSION_TAGS, TAG_KEY_LENGTH, TAG_VALUE_LENGTH
from wizard.aws.tag_text import composing_suffices, foreign_characters
from wizard.language import _
from wizard.okta.expression import ExpressionFault
from wizard.okta.tag_value import TagValue, tag_values
from wizard.plan.model import Person, Plan, ProfileValue, Tag
from wizard.quoting.wording import character_name

Tags = tuple[tuple[str, str], ...]
"""Keys and values, in the order in which they are sent."""


class Carried(NamedTuple):
    """What a sign-in carries.

    Attributes:
        tags: the session tags. faults: why AWS refuses them whatever the policies say; mostly none.
    """

    tags: Tags
    faults: tuple[str, ...] = ()


def carried(sent: Mapping[str, str | tuple[str, ...]]) -> Carried:
    """Return what a sign-in with these tags carries; a key with an empty list of values is not sent."""
    values = {key: (value,) if isinstance(value, str) else value for key, value in sent.items()}
    values = {key: value for key, value in values.items() if value}
    faults = [*_key_faults(tuple(values)), *(fault for key, value in values.items() for fault in _faults(key, value))]
    return Carried(tuple((key, value[0]) for key, value in values.items()), tuple(faults))


Sending = Callable[[Mapping[str, ProfileValue]], Carried]
"""From a profile, the login in it, to what the person's sign-in carries."""


def sending(plan: Plan) -> Sending:
    """Return what tells of many people what their sign-ins carry; a value that cannot be computed here is a fault."""
    rows = [(tag.key, _row(tag, plan)) for tag in plan.tags]

    def of(profile: Mapping[str, ProfileValue]) -> Carried:
        sent: dict[str, tuple[str, ...]] = {}
        unknown: list[str] = []
        for key, row in rows:
            try:
                if isinstance(row, ExpressionFault):
                    raise row
                sent[key] = row(profile).values
            except ExpressionFault as fault:
                why = fault.text(_).rstrip(".。")  # more reasons follow behind a semicolon
                unknown.append(_("the value of the tag {key} is not known here: {why}").format(key=key, why=why))
        found = carried(sent)
        return Carried(found.tags, (*unknown, *found.faults))

    return of


def carried_by(plan: Plan, person: Person) -> Carried:
    """Return what the person's sign-in carries."""
    return sending(plan)(person.attributes())


def _row(tag: Tag, plan: Plan) -> Callable[[Mapping[str, ProfileValue]], TagValue] | ExpressionFault:
    try:
        return tag_values(tag, plan.okta.claims)
    except ExpressionFault as fault:
        return fault


def _key_faults(keys: tuple[str, ...]) -> Iterable[str]:
    if len(keys) > SESSION_TAGS:
        yield _("{count} session tags; AWS allows {limit}").format(count=len(keys), limit=SESSION_TAGS)
    if len({key.lower() for key in keys}) < len(keys):
        yield _("two session tags have one key, but for its case; AWS takes them for duplicates")
    for key in keys:
        if not key:
            yield _("the key of a session tag is empty")
        if len(key) > TAG_KEY_LENGTH:
            told = _("the key {key}… has {count} characters; AWS allows {limit}")
            yield told.format(key=key[:20], count=len(key), limit=TAG_KEY_LENGTH)
        yield from _text_faults(_("the key {key}").format(key=key), key)


def _faults(key: str, values: tuple[str, ...]) -> Iterable[str]:
    if len(values) > 1:
        yield _("the tag {key} has {count} values; AWS takes one").format(key=key, count=len(values))
    for value in values:
        if len(value) > TAG_VALUE_LENGTH:
            told = _("the tag {key} has a value of {count} characters; AWS allows {limit}")
            yield told.format(key=key, count=len(value), limit=TAG_VALUE_LENGTH)
        yield from _text_faults(_("the tag {key}").format(key=key), value)


def _text_faults(subject: str, text: str) -> Iterable[str]:
    if text.lower().startswith(RESERVED_TAG_PREFIX):
        told = _("{subject} begins with {start}, which AWS keeps for itself")
        yield told.format(subject=subject, start=RESERVED_TAG_PREFIX)
    foreign = foreign_characters(text)
    if foreign:
        told = _('{subject} holds {characters} in "{text}"; AWS takes letters, numbers, spaces and _.:/=+-@')
        if composing_suffices(text):
            told = _(
                '{subject} holds {characters} in "{text}"; AWS takes letters, numbers, spaces and _.:/=+-@; '
                "composed (NFC) it would pass"
            )
        named = ", ".join(map(character_name, foreign))
        yield told.format(subject=subject, characters=named, text=text[:60])
