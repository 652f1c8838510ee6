"""VAL118: a list that is joined in a language which documents no join."""

from collections.abc import Iterator

from wizard.okta.statements import list_join_documented
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL118",
    Severity.WARNING,
    title="List is joined in a way that Okta does not document here",
    explanation=(
        "The Identity Engine's language has no documented function that joins an array, so the exported claim uses the "
        "classic one. Whether it works is unverified; attribute statements document it."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#array-functions",
    verified=False,
    examples=(
        Example(
            "{version: 1, okta: {claims: federated}, tags: [{key: t, value: user.profile.teams, separator: ':'}]}",
            ("tags[0].separator",),
        ),
        Example("{version: 1, tags: [{key: t, value: user.teams, separator: ':'}]}"),
        Example("{version: 1, okta: {claims: federated}, tags: [{key: t, value: user.profile.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each separator where the claims' language documents no join."""
    if list_join_documented(plan.okta.claims):
        return
    for index, tag in enumerate(plan.tags):
        if tag.separator is not None:
            yield RULE.finding(
                f"tags[{index}].separator", "Joined with {sign} by Arrays.toCsvString", sign=quoted(tag.separator)
            )
