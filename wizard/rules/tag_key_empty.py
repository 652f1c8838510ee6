"""TAG102: a tag without a key."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG102",
    Severity.ERROR,
    title="Session tag has no key",
    explanation="STS rejects the whole sign-in: a key has at least one character.",
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: '', value: user.team}, {key: '', value: '\"x\"'}]}",
            ("tags[0].key", "tags[1].key"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each empty key; the cure takes the name of the attribute that gives the value."""
    for index, tag in enumerate(plan.tags):
        if not tag.key:
            yield RULE.finding(f"tags[{index}].key", "Empty; AWS asks for 1 to 128 characters", fix=_fix(plan, index))


def _fix(plan: Plan, index: int) -> Fix | None:
    name = plan.tags[index].value.strip().rpartition(".")[2]
    if not (name.isascii() and name.isidentifier()) or plan.tag(name):
        return None
    return renaming('Call it "{key}"', index, name, key=name)
