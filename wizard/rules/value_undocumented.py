"""VAL124: a part of an expression that Okta does not document."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL124",
    Severity.INFO,
    title="Expression uses what Okta does not document",
    explanation="It may work all the same, which is unverified: one captured sign-in shows the value.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    verified=False,
    examples=(
        Example("{version: 1, tags: [{key: a, value: 'user.floor + (1 + 2)'}]}", ("tags[0].value",)),
        Example("""{version: 1, tags: [{key: a, value: 'user.floor + "x"'}]}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each part that Okta's pages do not tell of in this dialect."""
    return problems_of(RULE, plan, ProblemKind.UNDOCUMENTED)
