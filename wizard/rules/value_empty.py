"""VAL101: a tag without a value."""

from collections.abc import Iterator

from wizard.okta.expression.dialect import USER_ROOT
from wizard.okta.limits import STATEMENTS_SOURCE
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL101",
    Severity.ERROR,
    title="Session tag has no value",
    explanation="Okta has nothing to send for it: a row needs an expression, such as user.team.",
    source=STATEMENTS_SOURCE,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: ''}, {key: cost-center, value: ' '}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example("{version: 1, okta: {claims: federated}, tags: [{key: team, value: ''}]}", ("tags[0].value",)),
        Example("{version: 1, tags: [{key: team, value: user.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each blank value; the cure is the attribute that is called like the key."""
    for index, tag in enumerate(plan.tags):
        if not tag.value.strip():
            path = f"tags[{index}].value"
            value = f"{USER_ROOT[plan.okta.claims]}.{tag.key}"
            plain = tag.key.isascii() and tag.key.isidentifier()
            fix = replacement("Use {value}", path, value, value=value) if plain else None
            yield RULE.finding(
                path, "Empty; an expression reads {root}.team", fix=fix, root=USER_ROOT[plan.okta.claims]
            )
