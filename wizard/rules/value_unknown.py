"""VAL119: a value that cannot be computed on this machine."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.received import received
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL119",
    Severity.INFO,
    title="Value cannot be computed here",
    explanation=(
        "It depends on what only Okta knows, or on what Okta does not document. Previews show the expression, and no "
        "rule about people's values sees it. One captured sign-in shows the value."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example(
            "{version: 1, tags: [{key: role, value: appuser.role}], people: [{login: ada@example.com}, {login: "
            "b@c.de}]}",
            ("tags[0].value",),
        ),
        Example("{version: 1, tags: [{key: role, value: appuser.role}]}"),
        Example("{version: 1, tags: [{key: team, value: user.team}], people: [{login: ada@example.com}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each value that cannot be computed for a sample person, with the first reason."""
    told: set[int] = set()
    for one in received(plan):
        if one.reason is not None and one.tag_index not in told:
            told.add(one.tag_index)
            yield RULE.finding(f"tags[{one.tag_index}].value", "{reason}", reason=one.reason)
