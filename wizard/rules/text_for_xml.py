"""OKTA108: text for the assertion that XML cannot hold."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from wizard.plan.memory import remembered
from wizard.plan.model import Person, Plan, ProfileValue
from wizard.plan.path import written
from wizard.quoting.wording import characters
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

# What XML's Char excludes, named one by one: a class of all the others takes 3 ms to compile.
_FOREIGN: Final = "[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"

RULE = Rule(
    "OKTA108",
    Severity.ERROR,
    title="Text has characters that XML cannot hold",
    explanation=(
        "An assertion is XML 1.0, which has no way to write control characters: Okta could not send it, and the "
        "preview shows a replacement for each."
    ),
    source="https://www.w3.org/TR/xml/#charsets",
    examples=(
        Example(
            '{version: 1, tags: [{key: "te\\0am", value: "\\"a\\x1b\\""}], '
            'people: [{login: ada@example.com, profile: {team: "a\\x02", nick: ["b", "c\\x03"], year: 1}}]}',
            ("tags[0].key", "tags[0].value", "people[0].profile.team", "people[0].profile.nick"),
        ),
        Example("{version: 1, tags: [{key: 😀, value: \"user.team + '\\t'\"}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key, expression and profile value with such characters, all of them named."""
    for index, tag in enumerate(plan.tags):
        for name, text in (("key", tag.key), ("value", tag.value)):
            if _foreign(text):
                yield _finding(f"tags[{index}].{name}", text)
    for index, person in enumerate(plan.people):
        for name, text in _foreign_attributes(person):
            yield _finding(written(("people", index, "profile", name)), text)


def _finding(path: str, text: str) -> Finding:
    return RULE.finding(path, "{characters} cannot stand in XML", characters=characters(_foreign(text)))


def _foreign(text: str) -> Iterable[str]:
    """Return the characters of `text` that XML cannot hold, each once."""
    plain = text.isascii() and text.isprintable()
    return () if plain else dict.fromkeys(re.findall(_FOREIGN, text))


@remembered(256)
def _foreign_attributes(person: Person) -> tuple[tuple[str, str], ...]:
    """Return the attributes with such characters, each with all of its text."""
    texts = ((name, "".join(_texts(value))) for name, value in person.profile)
    return tuple((name, text) for name, text in texts if _foreign(text))


def _texts(value: ProfileValue) -> Iterator[str]:
    return (text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str))
