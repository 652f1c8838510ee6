"""VAL123: a spelling that Okta calls deprecated."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL123",
    Severity.INFO,
    title="Expression uses what Okta calls deprecated",
    explanation="It works today; Okta may take it away. The new spelling does the same.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example("{version: 1, tags: [{key: a, value: toUpperCase(user.team)}]}", ("tags[0].value",)),
        Example("{version: 1, tags: [{key: a, value: String.toUpperCase(user.team)}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each deprecated spelling; the cure is the new one."""
    return problems_of(RULE, plan, ProblemKind.DEPRECATED, safe=True)
