"""POL106: actions that a grant asks for and that stand in no policy, since they could not be kept to what it says."""

from collections.abc import Iterator
from typing import Final

from wizard.aws.permissions import Reason
from wizard.plan.model import Plan
from wizard.quoting.wording import listed
from wizard.rules.finding import Finding, Severity
from wizard.rules.left_out import gathered
from wizard.rules.rule import Example, Rule

_UNLIMITED: Final = "{count} that no tag of a resource limits: {actions}"
_OTHERS: Final = {
    (Reason.NEEDS_UNTAGGED_TYPE,): "{count} that also need a type without tags ({details}): {actions}",
    (Reason.CREATES_WITHOUT_TAGS,): "{count} that create and take no tags: {actions}",
    (Reason.TAGS_ARE_OPTIONAL,): "{count} that create where tags are off until switched on: {actions}",
    (Reason.TAGS_NOT_SEEN, Reason.REPLACES_TAGS): "{count} that could change the matched tags unseen: {actions}",
}
_TURNED_OFF: Final = "{count} that create, while the grant's create is off: {actions}"

RULE = Rule(
    "POL106",
    Severity.WARNING,
    title="Actions of the grant are left out",
    explanation=(
        "With the condition they would never be allowed, or without it they would reach what belongs to others. "
        "Nobody gets them by this grant; where they are needed, grant them apart, and with care."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, services: [ec2, kms], levels: [write], match: [team]}]}",
            ("access[0].services[0]", "access[0].services[1]", "access[0].services[1]", "access[0].services[1]"),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, actions: ['kms:UpdateAlias', 'kms:CreateAlias', 's3:PutBucketTagging', 's3:CreateBucket', "
            "'sqs:CreateQueue'], match: [team]}, {name: none-new, actions: ['sqs:CreateQueue'], match: [team], "
            "create: false}]}",
            (
                *(f"access[0].actions[{place}]" for place in range(4)),
                "access[1].actions[0]",
            ),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, actions: ['ec2:StopInstances', 'sqs:CreateQueue'], match: [team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield, for each part of a grant and each reason, the actions that are left out."""
    yield from _findings(plan, (Reason.NOT_LIMITED,), _UNLIMITED, named=False)
    for reasons, template in _OTHERS.items():
        yield from _findings(plan, reasons, template)
    yield from _findings(plan, (Reason.CREATION_IS_OFF,), _TURNED_OFF, named=True)


def _findings(
    plan: Plan, reasons: tuple[Reason, ...], template: str, *, named: bool | None = None
) -> Iterator[Finding]:
    for found in gathered(plan, reasons, named=named):
        yield RULE.finding(
            found.path,
            template,
            count=len(found.actions),
            actions=listed(found.actions, 4),
            details=", ".join(found.details[:4]),
        )
