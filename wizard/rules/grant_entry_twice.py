"""ACC110: the same entry twice in a list of a grant."""

from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_LISTS: Final = ("services", "levels", "actions", "match")

RULE = Rule(
    "ACC110",
    Severity.WARNING,
    title="Entry of a grant stands twice",
    explanation="The second one changes nothing; another was perhaps meant. IAM does not regard the case of an action.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, services: [ec2, ec2], levels: [read, read], "
            "actions: ['ec2:StopInstances', 'ec2:stopinstances'], match: [team, team]}]}",
            ("access[0].services[1]", "access[0].levels[1]", "access[0].actions[1]", "access[0].match[1]"),
        ),
        Example("{version: 1, tags: [], access: [{name: own, actions: ['ec2:StopInstances', 'ec2:StartInstances']}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each entry that an earlier one of its list equals, regardless of case; the cure takes it away."""
    for index, grant in enumerate(plan.access):
        for name in _LISTS:
            seen: set[str] = set()
            for place, entry in enumerate(getattr(grant, name)):
                folded = entry.casefold()
                if folded in seen:
                    path = f"access[{index}].{name}[{place}]"
                    fix = removal("Take it away", path, safe=True)
                    yield RULE.finding(path, "{entry} stands there already", fix=fix, entry=quoted(entry))
                seen.add(folded)
