"""VAL110: an allowed value that no session tag can have, for its characters."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE, composed, composing_suffices, foreign_characters
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.quoting.wording import characters
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL110",
    Severity.ERROR,
    title="Allowed value has characters that AWS refuses",
    explanation=(
        "No session tag can have this value: STS rejects the sign-in that brings it, so those for whom it is meant "
        "never get in. Allowed values are compared whole; * and ? are no wildcards here, and ${ is no variable."
    ),
    source=SOURCE,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team, allowed: ['R&D', eng, 'eng*', '${aws:username}']}]}",
            ("tags[0].allowed[0]", "tags[0].allowed[2]", "tags[0].allowed[3]"),
        ),
        Example(
            '{version: 1, tags: [{key: team, value: user.team, allowed: ["e\\u0301quipe"]}]}', ("tags[0].allowed[0]",)
        ),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: [Research / Dev, équipe]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each allowed value with foreign characters; the cure composes accents where that is all it takes."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            foreign = foreign_characters(value)
            if foreign:
                path = f"tags[{index}].allowed[{place}]"
                fix = None
                template = N_("{characters} cannot stand in a tag value")
                if composing_suffices(value):
                    fix = replacement("Compose the accents", path, composed(value), safe=True)
                    template = N_("{characters} cannot stand in a tag value; with composed accents it would pass")
                yield RULE.finding(path, template, fix=fix, characters=characters(foreign))
