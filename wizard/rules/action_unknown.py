"""ACC115: an action that AWS does not have, or a wildcard that covers none."""

from collections.abc import Iterator

from wizard.aws.permissions import Reason
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.left_out import single
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC115",
    Severity.ERROR,
    title="Action is unknown",
    explanation="No action of AWS has this name in the Service Authorization Reference, so nothing is granted by it.",
    source="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, actions: ['ec2:StartInstance', 'ec2:Begin*', 'ec2:StopInstances'], match: [team]}]}",
            ("access[0].actions[0]", "access[0].actions[1]"),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, actions: ['ec2:startinstances', 'ec2:Stop*'], match: [team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each action that the coverage table does not know; the cure is the nearest name."""
    for found in single(plan, Reason.UNKNOWN_ACTION):
        nearest = found.detail.partition(", ")[0]
        exact = bool(nearest) and not {"*", "?"} & set(found.subject)
        fix = replacement('Use "{action}"', found.path, nearest, action=nearest) if exact else None
        template = N_("{action}; nearest: {nearest}") if nearest else "{action}"
        yield RULE.finding(found.path, template, fix=fix, action=quoted(found.subject), nearest=found.detail)
