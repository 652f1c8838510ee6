"""VAL121: a name that reads no attribute."""

from collections.abc import Iterator

from wizard.okta.expression.node import StaticText
from wizard.okta.expression.problem import ProblemKind
from wizard.plan.model import Plan
from wizard.rules.expression_problem import problems_of
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import Reading, read
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL121",
    Severity.ERROR,
    title="Expression reads what is no attribute",
    explanation="Okta finds nothing of that name: it refuses the row, or sends nothing that a policy could match.",
    source="https://developer.okta.com/docs/reference/okta-expression-language/#reference-user-attributes",
    examples=(
        Example("{version: 1, tags: [{key: a, value: user.team.name}]}", ("tags[0].value",)),
        Example("{version: 1, okta: {claims: federated}, tags: [{key: a, value: team}]}", ("tags[0].value",)),
        Example("{version: 1, tags: [{key: a, value: user.team}, {key: b, value: department}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each such name; a whole value that is a word is the matter of another rule."""
    static = {f"tags[{index}].value" for index, tag in enumerate(plan.tags) if _is_static(plan, tag.value)}
    for finding in problems_of(RULE, plan, ProblemKind.UNKNOWN_ATTRIBUTE):
        if finding.path not in static:
            yield finding


def _is_static(plan: Plan, text: str) -> bool:
    reading = read(text, plan.okta.claims)
    return isinstance(reading, Reading) and isinstance(reading.expression.root, StaticText)
