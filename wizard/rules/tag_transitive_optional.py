"""TAG109: a transitive key that may come without its tag."""

from collections.abc import Iterator

from wizard.okta import expression
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "TAG109",
    Severity.WARNING,
    title="Transitive key may be sent without its tag",
    explanation=(
        "TransitiveTagKeys always names the key, whether or not the person has a value. AWS refuses a transitive key "
        "that is no tag of the request; whether Okta sends an empty tag or none for such a person is unverified."
    ),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
    verified=False,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team, transitive: true, required: false}]}",
            ("tags[0].transitive",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team, transitive: true}, "
            "{key: env, value: user.env, required: false}, "
            "{key: a, value: 'user.a ?: \"none\"', transitive: true, required: false}, "
            "{key: b, value: '\"x\"', transitive: true, required: false}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each tag that is transitive and optional and has no default; the cure makes it required."""
    for index, tag, reading in readings(plan):
        if tag.transitive and not tag.required and expression.may_be_null(reading.expression):
            yield RULE.finding(
                f"tags[{index}].transitive",
                "{key} is optional, and listed as transitive for everyone",
                fix=replacement("Make the tag required", f"tags[{index}].required", True),
                key=quoted(tag.key),
            )
