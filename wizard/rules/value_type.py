"""VAL120: a part of an expression whose type does not fit its place."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL120",
    Severity.WARNING,
    title="Type does not fit its place in the expression",
    explanation=(
        "Okta documents another type there. It may convert the value, or fail for every person; its documents do not "
        "say which, so this is unverified until a captured sign-in shows the value."
    ),
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    verified=False,
    examples=(
        Example("""{version: 1, tags: [{key: a, value: 'user.department ? "a" : "b"'}]}""", ("tags[0].value",)),
        Example("""{version: 1, tags: [{key: a, value: 'user.department == "x" ? "a" : "b"'}]}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each part whose type is known, and another than Okta documents for its place."""
    return problems_of(RULE, plan, ProblemKind.WRONG_TYPE)
