"""VAL122: a name that Okta documents for another place than an assertion."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL122",
    Severity.WARNING,
    title="Expression uses what Okta documents for another place",
    explanation="Okta documents it for other expressions, not for attributes of an assertion; the value may be empty.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example("{version: 1, tags: [{key: a, value: idpuser.department}]}", ("tags[0].value",)),
        Example("{version: 1, tags: [{key: a, value: appuser.department}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each such name, with the place that Okta documents it for."""
    return problems_of(RULE, plan, ProblemKind.MISPLACED)
