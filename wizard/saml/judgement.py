"""What can be wrong with what one person's sign-in carries: judged once, for sample people and for lists of real ones.

Each judgement looks at the value of one tag as it leaves Okta, and measures what AWS, or the plan's own trust policy,
makes of it. Whoever asks decides how much it weighs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from wizard.aws.limits import (
    ASSERTIONS_URL,
    RESERVED_TAG_PREFIX,
    ROLE_SESSION_NAME_LENGTHS,
    SESSION_TAGS_URL,
    TAG_VALUE_LENGTH,
    TAGS_URL,
)
from wizard.aws.tag_text import SOURCE, composing_suffices, foreign_characters
from wizard.frozen import Frozen
from wizard.language import N_, Numbered, Words
from wizard.okta.tag_value import TagValue
from wizard.plan.model import Tag
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import characters, quoted


class Measurement(Frozen):
    """One thing that is wrong: an English template, and what fills it."""

    template: str
    values: Mapping[str, Any]

    def text(self, words: Words = str) -> str:
        """Return the measurement, translated by `words`, with its values filled in."""
        return words(self.template).format(**self.values)


Measure = Callable[[Tag, TagValue], Iterable[Measurement]]


class Judgement(Frozen):
    """One kind of thing that can be wrong with a tag's value.

    Attributes:
        title: the fact. explanation: the consequence. source: URL of the document that states it.
        measure: what is wrong of this kind with the value of a tag; mostly nothing.
    """

    title: str
    explanation: str
    source: str
    measure: Measure


def _said(template: str, **values: object) -> Measurement:
    return Measurement(template, values)


def _length(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    count = max(map(len, value.values), default=0)
    if count > TAG_VALUE_LENGTH:
        yield _said(
            N_("Tag {key} has {count} characters; AWS allows {limit}")
            if tag.separator is None
            else Numbered(
                "The list {key} has {count} characters with its {members} member joined; AWS allows {limit}",
                "The list {key} has {count} characters with its {members} members joined; AWS allows {limit}",
                len(value.members),
            ),
            key=quoted(tag.key),
            count=count,
            members=len(value.members),
            limit=TAG_VALUE_LENGTH,
        )


LENGTH: Final = Judgement(
    title="Value of the session tag is too long",
    explanation=(
        "STS answers Unable to validate tags, and this person cannot sign in at all. A list counts whole, with its "
        "separators; groups of people in many teams reach the limit first."
    ),
    source=SESSION_TAGS_URL,
    measure=_length,
)


def _characters(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    text = "".join(value.values)
    foreign = foreign_characters(text)
    if foreign:
        yield _said(
            N_("Tag {key}: {characters} cannot stand in a tag value; its composed form would pass")
            if composing_suffices(text)
            else N_("Tag {key}: {characters} cannot stand in a tag value"),
            key=quoted(tag.key),
            characters=characters(foreign),
        )


CHARACTERS: Final = Judgement(
    title="Value of the session tag has characters that AWS refuses",
    explanation=(
        "STS rejects this person's sign-in. A value holds letters, numbers, spaces and _ . : / = + - @ in any script; "
        "a decomposed accent is foreign, its composed form is not. Mend the value where Okta gets it from."
    ),
    source=SOURCE,
    measure=_characters,
)


def _reserved(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    for text in value.values:
        start = text[: len(RESERVED_TAG_PREFIX)]
        if start.casefold() == RESERVED_TAG_PREFIX:
            yield _said(
                N_("Tag {key} begins with {start}, which AWS keeps for itself")
                if start == RESERVED_TAG_PREFIX
                else N_(
                    "Tag {key} begins with {start}; AWS keeps aws: for itself, and whether case matters is not "
                    "documented"
                ),
                key=quoted(tag.key),
                start=quoted(start),
            )


RESERVED: Final = Judgement(
    title="Value of the session tag begins with aws:",
    explanation=(
        "AWS keeps the prefix for itself in values too and rejects this person's sign-in. It documents the lower case "
        "only; whether AWS: or Aws: passes is unverified, so the rule refuses them too."
    ),
    source=TAGS_URL,
    measure=_reserved,
)


def _missing(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    if not tag.required or any(value.members):
        return
    if value.values and tag.separator is not None:
        template = N_("The list of the required tag {key} has no members; {sent} is sent")
        yield _said(template, key=quoted(tag.key), sent=quoted(value.values[0]))
    else:
        yield _said(N_("No value for the required tag {key}"), key=quoted(tag.key))


MISSING: Final = Judgement(
    title="Person lacks a required session tag",
    explanation=(
        "The trust policy refuses this person's sign-in, as it is meant to; empty counts as without. Give the person a "
        "value, the expression a default, or make the tag optional."
    ),
    source=SESSION_TAGS_URL,
    measure=_missing,
)


def _several(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    if tag.separator is None and len(value.values) > 1:
        template = N_("{count} values for the tag {key}; AWS takes one")
        yield _said(template, count=len(value.values), key=quoted(tag.key))


SEVERAL: Final = Judgement(
    title="Person has several values for a tag of one",
    explanation=(
        "AWS takes one value for each session tag and documents no list; what it answers to several is unverified. "
        "With a separator, the list becomes one value such as :a:b:, and the policies look for a member in it."
    ),
    source=SESSION_TAGS_URL,
    measure=_several,
)


def _member_separator(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    separator = tag.separator
    parted = [member for member in value.members if separator is not None and (separator in member or "," in member)]
    if separator is not None and parted:
        first = parted[0]
        yield _said(
            N_("Tag {key}: the member {member} holds {sign}, and so arrives as several"),
            key=quoted(tag.key),
            member=quoted(first),
            sign=quoted(separator if separator in first else ","),
        )


MEMBER_SEPARATOR: Final = Judgement(
    title="Member of a list holds the separator",
    explanation=(
        "The member arrives as several: a person in the team a:b is taken for a member of a and of b, and gets their "
        "resources. A comma parts a member too, since Okta joins with commas first. Another separator, or other names, "
        "mend it."
    ),
    source=SESSION_TAGS_URL,
    measure=_member_separator,
)


def _not_allowed(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    if not tag.allowed:
        return
    for text in value.values:
        if text and text not in tag.allowed and tag.separator is not None:
            template = N_("The list {value} of the tag {key} is no allowed value; IAM compares it as a whole")
            yield _said(template, value=quoted(text), key=quoted(tag.key))
        elif text and text not in tag.allowed:
            near = nearest(text, tag.allowed)
            yield _said(
                N_("{value} is not allowed for the tag {key}; {near} is")
                if near
                else N_("{value} is not allowed for the tag {key}"),
                value=quoted(text),
                key=quoted(tag.key),
                near=quoted(near or ""),
            )


NOT_ALLOWED: Final = Judgement(
    title="Value of the session tag is not allowed",
    explanation=(
        "The trust policy refuses this person's sign-in, as it is meant to. IAM compares values with regard to case, "
        "so Platform is not platform, and a list with its separators is one value, whose members it does not see."
    ),
    source=SESSION_TAGS_URL,
    measure=_not_allowed,
)


def _member_empty(tag: Tag, value: TagValue) -> Iterator[Measurement]:
    if tag.separator is not None and any(value.members) and "" in value.members:
        yield _said(N_("An empty member in the tag {key}"), key=quoted(tag.key))


MEMBER_EMPTY: Final = Judgement(
    title="List has an empty member",
    explanation=(
        "Two separators stand side by side in the value. The policies refuse resources with an empty tag, so the empty "
        "member gives nothing; it takes room in the value, and hides a gap in the person's data."
    ),
    source=SESSION_TAGS_URL,
    measure=_member_empty,
)


REFUSING: Final = (LENGTH, CHARACTERS, RESERVED, MISSING, SEVERAL, NOT_ALLOWED)
"""What a sign-in is refused for."""

DOUBTFUL: Final = (MEMBER_SEPARATOR, MEMBER_EMPTY)
"""What lets a sign-in through, with something else than was meant."""

LOGIN_TITLE: Final = N_("Login is no session name that AWS takes")
LOGIN_EXPLANATION: Final = N_(
    "Okta sends the login as RoleSessionName, unless the app's username format says otherwise. AWS rejects this "
    "person's sign-in; a name has 2 to 64 of letters of ASCII, digits and _ + = , . @ -."
)
LOGIN_SOURCE: Final = ASSERTIONS_URL

_FOREIGN_IN_NAME: Final = re.compile(r"[^a-zA-Z_0-9+=,.@-]")


def login_measured(login: str) -> Measurement | None:
    """Return what AWS has against a login as RoleSessionName; None where it takes it."""
    least, most = ROLE_SESSION_NAME_LENGTHS
    foreign = dict.fromkeys(_FOREIGN_IN_NAME.findall(login))
    if foreign:
        return _said(N_("{characters} cannot stand in a session name"), characters=characters(foreign))
    if not least <= len(login) <= most:
        count = len(login)
        template = Numbered(
            "{count} character; AWS takes {least} to {most}", "{count} characters; AWS takes {least} to {most}", count
        )
        return _said(template, count=count, least=least, most=most)
    return None
