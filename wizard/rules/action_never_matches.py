"""ACC116: an action by name that no tag of a resource limits, so under a match it would never be allowed."""

from collections.abc import Iterator

from wizard.aws.permissions import Reason
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.left_out import gathered
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC116",
    Severity.ERROR,
    title="Action can never match",
    explanation=(
        "AWS supplies no tags of a resource for this action. With the condition it would never be allowed, without it "
        "on everybody's resources, so it is left out. A list or describe action is granted on everything where the "
        "grant's levels hold list."
    ),
    source="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:StopInstances', 'ec2:DescribeInstances', 'route53:ChangeResourceRecordSets']}]}",
            ("access[0].actions[1]", "access[0].actions[2]"),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], levels: [list], "
            "actions: ['ec2:StopInstances', 'ec2:DescribeInstances']}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each action that is asked for by name and cannot be limited."""
    for found in gathered(plan, [Reason.NOT_LIMITED], named=True):
        yield RULE.finding(found.path, "{actions}; no tag of a resource limits it", actions=listed(found.actions))
