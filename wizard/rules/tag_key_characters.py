"""TAG103: a key with characters outside AWS's class."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE, composed, foreign_characters
from wizard.plan.model import Plan, Tag
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import characters
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import attribute_name, free
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG103",
    Severity.ERROR,
    title="Session tag key has characters that AWS refuses",
    explanation=(
        "STS rejects the whole sign-in. A key holds letters, numbers, spaces and _ . : / = + - @ in any script; a "
        "decomposed accent counts as a foreign character, its composed form does not."
    ),
    source=SOURCE,
    examples=(
        Example(
            '{version: 1, tags: [{key: "proj&ct", value: user.project}, {key: "a,b", value: user.a}]}',
            ("tags[0].key", "tags[1].key"),
        ),
        Example('{version: 1, tags: [{key: "e\\u0301quipe", value: user.team}]}', ("tags[0].key",)),
        Example('{version: 1, tags: [{key: "&", value: "user.a + user.b"}]}', ("tags[0].key",)),
        Example('{version: 1, tags: [{key: "security:access/st 1", value: user.team}, {key: Équipe, value: user.b}]}'),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key with foreign characters, all of them named; the cure leaves them out."""
    for index, tag in enumerate(plan.tags):
        foreign = foreign_characters(tag.key)
        if foreign:
            key = free(plan, _legal(tag), index)
            fix = renaming('Use "{key}"', index, key, key=key) if key else None
            yield RULE.finding(
                f"tags[{index}].key", "{characters} cannot stand in a tag key", fix=fix, characters=characters(foreign)
            )


def _legal(tag: Tag) -> str:
    """Return the attribute's name where the key resembles it, else the key composed and without what is foreign."""
    text = composed(tag.key)
    bare = "".join(character for character in text if not foreign_characters(character)).strip()
    name = attribute_name(tag.value)
    return nearest(bare, [name] if name else []) or bare
