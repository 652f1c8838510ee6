"""VAL106: a function with more or fewer arguments than it takes."""

from collections.abc import Iterable

from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL106",
    Severity.ERROR,
    title="Function has a wrong number of arguments",
    explanation="Okta cannot compute the value: it refuses the row, or sends nothing that a policy could match.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/",
    examples=(
        Example("{version: 1, tags: [{key: a, value: 'String.substringBefore(user.email)'}]}", ("tags[0].value",)),
        Example("""{version: 1, tags: [{key: a, value: 'String.substringBefore(user.email, "@")'}]}"""),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterable[Finding]:
    """Yield each call with a wrong number of arguments, with the form that Okta documents."""
    return problems_of(RULE, plan, ProblemKind.WRONG_COUNT)
