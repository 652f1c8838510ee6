"""ACC111: two grants of one name."""

from collections.abc import Iterator
from itertools import count

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal, replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC111",
    Severity.ERROR,
    title="Grant name stands twice",
    explanation="A role names its grants: it gets the first of that name, and the second is given to nobody.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    examples=(
        Example("{version: 1, tags: [], access: [{name: own}, {name: own, match: [a]}]}", ("access[1].name",)),
        Example("{version: 1, tags: [], access: [{name: own}, {name: own}]}", ("access[1].name",)),
        Example("{version: 1, tags: [], access: [{name: own}, {name: Own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each grant whose name an earlier one has; the cure takes the same grant away, another gets a new name."""
    first: dict[str, int] = {}
    for index, grant in enumerate(plan.access):
        earlier = first.setdefault(grant.name, index)
        if earlier != index and grant.name:
            yield RULE.finding(
                f"access[{index}].name",
                "{name} is grant {number} already",
                fix=_fix(plan, index, earlier),
                name=quoted(grant.name),
                number=earlier + 1,
            )


def _fix(plan: Plan, index: int, earlier: int) -> Fix:
    grant = plan.access[index]
    if grant == plan.access[earlier]:
        return removal("Take this grant away", f"access[{index}]", safe=True)
    taken = {other.name for other in plan.access}
    name = next(name for number in count(2) if (name := f"{grant.name}-{number}") not in taken)
    return replacement('Call it "{name}"', f"access[{index}].name", name, name=name)
