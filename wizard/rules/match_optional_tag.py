"""ACC104: for a person without an optional tag, the role's own tag of that key stands in for it."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC104",
    Severity.WARNING,
    title="Grant matches on an optional tag",
    explanation=(
        "A person who lacks the tag signs in all the same. If the role itself carries a tag of that key, the role's "
        "value stands in for the person's, and everyone without a value gets the resources of that value."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team, required: false}], "
            "access: [{name: own, match: [team]}]}",
            ("access[0].match[0]",),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each matched key whose tag is optional; the cure makes the tag required."""
    optional = {tag.key.casefold(): index for index, tag in enumerate(plan.tags) if not tag.required}
    for index, grant in enumerate(plan.access):
        for place, key in enumerate(grant.match):
            at = optional.get(key.casefold())
            if at is not None:
                yield RULE.finding(
                    f"access[{index}].match[{place}]",
                    "{key} is optional; the role's own tag of that key would stand in for it",
                    fix=replacement("Make the tag required", f"tags[{at}].required", True),
                    key=quoted(key),
                )
