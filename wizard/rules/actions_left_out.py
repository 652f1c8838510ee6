"""POL106: actions that a grant asks for and that stand in no policy, since they could not be kept to what it says."""

from collections.abc import Iterator
from typing import Final

from wizard.aws.grant.familiar import familiar_first
from wizard.aws.grant.outcome import WORDS
from wizard.aws.permissions import LeftOut, Reason
from wizard.language.phrase import Phrase, Phrases
from wizard.plan.model import Plan
from wizard.quoting.wording import cut
from wizard.rules.finding import Finding, Severity
from wizard.rules.left_out import by_place
from wizard.rules.rule import Example, Rule

_MOST_NAMES: Final = 3
_MOST_TYPES: Final = 2

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
            ("access[0].services[0]", "access[0].services[1]"),
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
    """Yield, for each part of a grant, the actions that are left out, by reason.

    What a service and a level ask for is seldom all meant, so that informs only.
    """
    for path, found in by_place(plan, _counts):
        parts = _parts(found)
        expanded = ".services[" in path
        severity = Severity.INFO if expanded else Severity.WARNING
        yield RULE.finding(path, "{parts}", severity=severity, parts=parts)


def _counts(found: LeftOut) -> bool:
    """Tell whether this rule names it: a named action that nothing limits is an error of another one.

    That a service's actions create, and create is off, is what the plan says.
    """
    if found.reason is Reason.NOT_LIMITED:
        return not found.named
    if found.reason is Reason.CREATION_IS_OFF:
        return found.named
    return found.reason in WORDS


def _parts(found: tuple[LeftOut, ...]) -> Phrases:
    by_reason = {reason: [one for one in found if one.reason is reason] for reason in WORDS}
    told = {reason: members for reason, members in by_reason.items() if members}
    most = max(1, _MOST_NAMES // len(told))
    return Phrases(tuple(_part(reason, members, most) for reason, members in told.items()))


def _part(reason: Reason, members: list[LeftOut], most: int) -> Phrase:
    names = familiar_first(one.subject for one in members)
    types = tuple(dict.fromkeys(one.detail for one in members if one.detail))
    template = "{count} {why}: {types} ({actions})" if types else "{count} {why} ({actions})"
    shown = {"actions": cut(names, most), "types": cut(types, _MOST_TYPES)}
    return Phrase(template, {"count": len(names), "why": Phrase(WORDS[reason]), **shown})
