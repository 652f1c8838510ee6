"""VAL117: a word where an attribute was perhaps meant."""

from collections.abc import Iterator

from wizard.okta.expression.dialect import USER_ROOT
from wizard.okta.expression.node import StaticText
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL117",
    Severity.WARNING,
    title="Value is a text without quotes",
    explanation=(
        "Okta takes it for a text, so everyone gets the same value. An attribute needs user. in front; a text that is "
        "meant is clearer in quotes."
    ),
    source="https://support.okta.com/help/s/article/how-to-pass-static-constant-value-in-saml-attribute-statement",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: team}, {key: env, value: pre production}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team}, {key: env, value: '\"production\"'}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each value that is a text without quotes; the cure is the attribute of that name, or quotes."""
    for index, tag, reading in readings(plan):
        root = reading.expression.root
        if isinstance(root, StaticText):
            path = f"tags[{index}].value"
            name = root.value.isascii() and root.value.isidentifier()
            value = f"{USER_ROOT[plan.okta.claims]}.{root.value}" if name else f'"{root.value}"'
            fix = replacement("Use {value}", path, value, value=value)
            yield RULE.finding(path, "Everyone gets the text {text}", fix=fix, text=quoted(tag.value.strip()))
