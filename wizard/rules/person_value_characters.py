"""PERS103: a sample person's value with characters outside AWS's class."""

from collections.abc import Iterator

from wizard.aws.tag_text import SOURCE, composing_suffices
from wizard.plan.model import Plan
from wizard.quoting.wording import characters, quoted
from wizard.rules.characters import foreign_in
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

_PLAN = "{version: 1, tags: [{key: team, value: user.team}], people: [{login: ada@example.com, profile: {team: "

RULE = Rule(
    "PERS103",
    Severity.ERROR,
    title="Value of the session tag has characters that AWS refuses",
    explanation=(
        "STS rejects this person's sign-in. A value holds letters, numbers, spaces and _ . : / = + - @ in any script; "
        "a decomposed accent is foreign, its composed form is not. Mend the value where Okta gets it from."
    ),
    source=SOURCE,
    examples=(
        Example(_PLAN + '"R&D, O\'Brien"}}]}', ("people[0].profile.team",)),
        Example(_PLAN + '"e\\u0301quipe"}}]}', ("people[0].profile.team",)),
        Example(_PLAN + "Équipe / 日本 1}}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each place whose value, as it is sent, has foreign characters, all of them named."""
    for one in received(plan):
        text = "".join(one.value.values) if one.value else ""
        foreign = foreign_in(text)
        if foreign:
            yield RULE.finding(
                one.path,
                "Tag {key}: {characters} cannot stand in a tag value; with composed accents it would pass"
                if composing_suffices(text)
                else "Tag {key}: {characters} cannot stand in a tag value",
                key=quoted(one.tag.key),
                characters=characters(foreign),
            )
