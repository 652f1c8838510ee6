"""TAG104: a key that begins with the prefix which AWS keeps for itself."""

from collections.abc import Iterator

from wizard.aws.limits import RESERVED_TAG_PREFIX, TAGS_URL
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import free
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG104",
    Severity.ERROR,
    title="Session tag key begins with aws:",
    explanation=(
        "AWS keeps the prefix for itself and rejects the whole sign-in. It documents the lower case only; whether "
        "AWS: or Aws: passes is unverified, so the rule refuses them too."
    ),
    source=TAGS_URL,
    examples=(
        Example(
            '{version: 1, tags: [{key: "aws:team", value: user.team}, {key: "AWS:project", value: user.project}]}',
            ("tags[0].key", "tags[1].key"),
        ),
        Example('{version: 1, tags: [{key: "aws:", value: user.team}]}', ("tags[0].key",)),
        Example('{version: 1, tags: [{key: "aws:PrincipalTag/team", value: user.team}]}', ("tags[0].key",)),
        Example('{version: 1, tags: [{key: "my:aws:team", value: user.team}, {key: aws, value: user.b}]}'),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key with the prefix, in whatever case; the cure takes the prefix away."""
    for index, tag in enumerate(plan.tags):
        start = tag.key[: len(RESERVED_TAG_PREFIX)]
        if start.casefold() == RESERVED_TAG_PREFIX:
            rest = free(plan, tag.key[len(start) :].removeprefix("PrincipalTag/").strip(), index)
            fix = renaming('Call it "{key}"', index, rest, key=rest) if rest else None
            template = (
                N_("Begins with {start}, which AWS keeps for itself")
                if start == RESERVED_TAG_PREFIX
                else N_("Begins with {start}; AWS keeps aws: for itself, and whether case matters is not documented")
            )
            yield RULE.finding(f"tags[{index}].key", template, fix=fix, start=quoted(start))
