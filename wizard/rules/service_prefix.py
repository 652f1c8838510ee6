"""ACC109: a service that is no IAM service prefix."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_PREFIX: Final = r"[a-z0-9]+(-[a-z0-9]+)*"

RULE = Rule(
    "ACC109",
    Severity.ERROR,
    title="Service is no IAM service prefix",
    explanation="A service stands here as in an action, before the colon: ec2, kms. Nothing else can be granted.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    examples=(
        Example(
            "{version: 1, tags: [], access: [{name: own, services: [Amazon EC2, EC2, 'ec2:*', ''], levels: [read]}]}",
            tuple(f"access[0].services[{index}]" for index in range(4)),
        ),
        Example("{version: 1, tags: [], access: [{name: own, services: [ec2, neptune-db], levels: [read]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each service that does not read like a prefix; the cure is the prefix in it."""
    for index, grant in enumerate(plan.access):
        for place, service in enumerate(grant.services):
            if not re.fullmatch(_PREFIX, service):
                path = f"access[{index}].services[{place}]"
                plain = service.strip().lower().partition(":")[0]
                known = re.fullmatch(_PREFIX, plain) is not None
                fix = replacement('Use "{service}"', path, plain, service=plain) if known else None
                yield RULE.finding(path, "{service}; a prefix reads ec2", fix=fix, service=quoted(service))
