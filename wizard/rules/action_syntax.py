"""ACC106: an action that IAM cannot read."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.aws.grant.asked import ACTION
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

_MEANT: Final = r"\s*([A-Za-z0-9-]+)\s*[.:/]\s*([A-Za-z0-9*?]+)\s*"

RULE = Rule(
    "ACC106",
    Severity.ERROR,
    title="Action is not written as service:Action",
    explanation="IAM refuses a policy with such an action, so it is left out: the role would lack what was meant.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, actions: "
            "[StartInstances, ec2.StartInstances, 'ec2: StopInstances', '', '*:*', 'e*:x', 'ec2:a:b']}]}",
            tuple(f"access[0].actions[{index}]" for index in range(7)),
        ),
        Example(
            "{version: 1, tags: [], access: [{name: own, actions: ['ec2:StartInstances', 'ec2:Stop*', 'EC2:?x']}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each action that the policies leave out for its form; the cure mends the sign between its parts."""
    for index, grant in enumerate(plan.access):
        for place, action in enumerate(grant.actions):
            if not ACTION.fullmatch(action):
                path = f"access[{index}].actions[{place}]"
                yield RULE.finding(
                    path,
                    "{action}; an action reads ec2:StartInstances",
                    fix=_fix(path, action),
                    action=quoted(action),
                )


def _fix(path: str, action: str) -> Fix | None:
    meant = re.fullmatch(_MEANT, action)
    if meant is None:
        return None
    whole = f"{meant[1]}:{meant[2]}"
    return replacement('Write "{action}"', path, whole, action=whole)
