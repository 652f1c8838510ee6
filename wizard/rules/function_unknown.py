"""VAL104: a function that Okta does not have."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL104",
    Severity.ERROR,
    title="Function is none that Okta documents",
    explanation="Okta cannot compute the value: it refuses the row, or sends nothing that a policy could match.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example(
            "{version: 1, tags: [{key: a, value: String.toUpercase(user.team)}, {key: b, value: Foo.bar(user.team)}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example("{version: 1, tags: [{key: a, value: String.toUpperCase(user.team)}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each call of such a function; the cure is the nearest one."""
    return problems_of(RULE, plan, ProblemKind.UNKNOWN_FUNCTION)
