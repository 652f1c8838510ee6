"""VAL127: a value that is null for a person without an attribute, and has no default."""

from collections.abc import Iterator

from wizard.language import N_
from wizard.okta import expression
from wizard.plan.model import Plan, Tag
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import Reading, readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL127",
    Severity.INFO,
    title="Value may be null, and has no default",
    explanation=(
        "An attribute that was never filled is null. Okta does not document whether it then sends no tag, an empty "
        "one, or some other text, so it is unverified; one captured sign-in of such a person shows it. A default, as "
        'in user.team ?: "none", says what is sent, and whoever gets the same default gets the same access.'
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language/#check-for-null-and-blank-attributes",
    verified=False,
    examples=(
        Example(
            "{version: 1, tags: [{key: a, value: user.team, required: false}, "
            "{key: b, value: 'String.toUpperCase(user.team)'}, {key: c, value: 'user.firstName + user.team'}, "
            '{key: d, value: \'user.team == "x" ? "y" : null\'}]}',
            ("tags[0].value", "tags[1].value", "tags[2].value", "tags[3].value"),
        ),
        Example(
            "{version: 1, okta: {claims: federated}, tags: [{key: a, value: user.profile.team.toUpperCase()}]}",
            ("tags[0].value",),
        ),
        Example(
            "{version: 1, tags: [{key: a, value: user.team}, {key: b, value: 'user.b ?: \"none\"', required: false}, "
            "{key: c, value: '\"x\"', required: false}, {key: d, value: user.email, required: false}, "
            "{key: e, value: 'user.team == null ? \"none\" : String.toUpperCase(user.team)'}, "
            "{key: f, value: user.f, transitive: true, required: false}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each such tag, unless what becomes of null is known."""
    for index, tag, reading in readings(plan):
        if not _is_told(tag, reading) and expression.may_be_null(reading.expression):
            text = N_("Without a value for {names} it is null") if reading.names else N_("It can be null")
            yield RULE.finding(f"tags[{index}].value", text, names=listed(reading.names))


def _is_told(tag: Tag, reading: Reading) -> bool:
    """Tell whether what becomes of null is known: the trust policy refuses it, or another rule speaks of it."""
    merely_read = reading.names == (reading.expression.text,)
    return merely_read if tag.required else tag.transitive
