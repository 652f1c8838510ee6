"""AWS117: a sign-in region that is none of the partition."""

from collections.abc import Iterator

from wizard.aws.partition import ENDPOINTS_URL, region_belongs
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS117",
    Severity.ERROR,
    title="Sign-in region is none of the partition",
    explanation="The trust policy would accept an endpoint that does not exist, and the failover would fail.",
    source=ENDPOINTS_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {sign_in_regions: [Frankfurt, US-WEST-2, cn-north-1, 'x.example#']}}",
            tuple(f"aws.sign_in_regions[{index}]" for index in range(4)),
        ),
        Example(
            "{version: 1, tags: [], aws: {partition: aws-us-gov, sign_in_regions: [eu-west-1]}}",
            ("aws.sign_in_regions[0]",),
        ),
        Example("{version: 1, tags: [], aws: {sign_in_regions: [us-west-2, eu-central-1]}}"),
        Example("{version: 1, tags: [], aws: {partition: aws-us-gov, sign_in_regions: [us-gov-east-1]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each region that does not read like one of the partition; the cure is another case of it."""
    partition = plan.aws.partition
    for index, region in enumerate(plan.aws.sign_in_regions):
        if not region_belongs(partition, region):
            path = f"aws.sign_in_regions[{index}]"
            lower = region.strip().lower()
            known = region_belongs(partition, lower)
            fix = replacement('Use "{region}"', path, lower, safe=True, region=lower) if known else None
            yield RULE.finding(
                path,
                "{region} is no region of the partition {partition}",
                fix=fix,
                region=quoted(region),
                partition=partition.value,
            )
