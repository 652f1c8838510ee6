"""POL107: creating needs other resources tagged as the person's own."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from wizard.aws.grant.familiar import familiar_first
from wizard.aws.permissions import Note, Topic
from wizard.plan.model import Plan, Shared
from wizard.quoting.wording import cut
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.noted import noted
from wizard.rules.rule import Example, Rule

_MOST_CALLS: Final = 3
_MOST_TYPES: Final = 3

RULE = Rule(
    "POL107",
    Severity.WARNING,
    title="Creating needs other resources tagged as the person's own",
    explanation=(
        "A launch also touches subnets, images and the like. With shared: tagged each of them has to carry the "
        "person's tags, and AWS refuses every launch from a shared one that has none. shared: any lets them be used."
    ),
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:RunInstances', 'sqs:CreateQueue']}]}",
            ("access[0].shared",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [team], "
            "actions: ['ec2:RunInstances', 'sqs:CreateQueue'], shared: any}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield, for each grant and service, how many creating calls need others, with what the familiar ones need."""
    for (path, _), notes in groupby(sorted(noted(plan, Topic.OTHERS_MUST_BE_TAGGED), key=_place), key=_place):
        needs = {call: note.detail for note in notes for call in note.subjects}
        fix = replacement("Let people use what holds no data", path, Shared.ANY)
        yield RULE.finding(path, "{count} in all: {calls}", fix=fix, count=len(needs), calls=_calls(needs))


def _place(note: Note) -> tuple[str, str]:
    return note.path, note.subjects[0].partition(":")[0]


def _calls(needs: dict[str, tuple[str, ...]]) -> str:
    told = [f"{call} ({cut(needs[call], _MOST_TYPES)})" for call in familiar_first(needs)]
    return cut(told, _MOST_CALLS)
