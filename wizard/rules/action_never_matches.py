"""ACC116: an action by name that no tag of a resource limits, so under a match it would never be allowed."""

from collections.abc import Iterator

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.routing import is_listing
from wizard.aws.permissions import LeftOut, Reason
from wizard.language import N_
from wizard.plan.model import Level, Plan
from wizard.plan.path import value_at
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.left_out import single
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
    """Yield each action that is asked for by name and cannot be limited; the cure grants what lists on everything."""
    for found in single(plan, Reason.NOT_LIMITED):
        if found.named:
            template = N_("{action}; no tag of a resource limits it")
            yield RULE.finding(found.path, template, fix=_fix(plan, found), action=quoted(found.subject))


def _fix(plan: Plan, found: LeftOut) -> Fix | None:
    action = coverage().action(found.subject)
    if action is None or not is_listing(action):
        return None
    grant = found.path.partition(".")[0]
    levels = value_at(plan, f"{grant}.levels")
    wider = tuple(level for level in Level if level is Level.LIST or level in levels)
    return replacement("Allow it on everything: add list to the levels", f"{grant}.levels", wider)
