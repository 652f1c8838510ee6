"""VAL103: an expression in the language of the other kind of claims."""

from collections.abc import Iterator
from itertools import islice

from wizard.okta import expression
from wizard.okta.expression.fault import ExpressionFault
from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Claims, Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.reading import Reading, readings
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL103",
    Severity.ERROR,
    title="Expression is in the language of the other claims",
    explanation=(
        "Attribute statements read user.team, federated claims read user.profile.team, and their functions differ too. "
        "In the wrong place Okta finds nothing, and sends an empty value or none."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/",
    examples=(
        Example(
            "{version: 1, tags: [{key: a, value: user.profile.team}, "
            "{key: b, value: 'user.profile.team + user.profile.city'}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example(
            "{version: 1, okta: {claims: federated}, tags: [{key: a, value: user.team}, "
            "{key: b, value: String.toUpperCase(user.profile.team)}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example("{version: 1, tags: [{key: a, value: user.team}]}"),
        Example("{version: 1, okta: {claims: federated}, tags: [{key: a, value: user.profile.team}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each such expression once, with the first place; the cure writes it in the language of the claims."""
    for index, _, reading in readings(plan):
        strange = (problem for problem in reading.problems if problem.kind is ProblemKind.WRONG_DIALECT)
        for problem in islice(strange, 1):
            path = f"tags[{index}].value"
            fix = _fix(path, reading, plan.okta.claims)
            yield RULE.finding(path, "Column {column}: {problem}", fix=fix, column=problem.column, problem=problem)


def _fix(path: str, reading: Reading, claims: Claims) -> Fix | None:
    try:
        text = expression.translated(reading.expression.text, claims)
    except ExpressionFault:
        return None
    return replacement("Write {value}", path, text, safe=True, value=text)
