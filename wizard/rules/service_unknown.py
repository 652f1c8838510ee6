"""ACC114: a service that AWS does not have."""

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
    "ACC114",
    Severity.ERROR,
    title="Service is unknown",
    explanation=(
        "No service of AWS has this prefix in the Service Authorization Reference, so none of its actions is granted."
    ),
    source="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, services: [ec2, dynamdb], levels: [read], match: [team]}]}",
            ("access[0].services[1]",),
        ),
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: "
            "[{name: own, services: [ec2, dynamodb], levels: [read], match: [team]}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each service that the coverage table does not know; the cure is the nearest name."""
    for found in single(plan, Reason.UNKNOWN_SERVICE):
        nearest = found.detail.partition(", ")[0]
        fix = replacement('Use "{service}"', found.path, nearest, service=nearest) if nearest else None
        template = N_("{service}; nearest: {nearest}") if nearest else "{service}"
        yield RULE.finding(found.path, template, fix=fix, service=quoted(found.subject), nearest=found.detail)
