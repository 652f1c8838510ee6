"""AWS124: a sign-in region that reads like one of the partition, and that AWS is not known to have."""

from collections.abc import Iterator

from wizard.aws.partition import KNOWN_REGIONS_AS_OF, REGIONS_URL, region_belongs, sign_in
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS124",
    Severity.WARNING,
    title="Sign-in region is not known",
    explanation=(
        "The trust policy would accept an endpoint that may not exist, and nobody would notice before the failover "
        "fails. AWS opens new regions, so a name that is missing here may be right all the same: compare it with "
        "AWS's list."
    ),
    source=REGIONS_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {sign_in_regions: [us-west-2, eu-nowhere-1, eu-centrall-1]}}",
            ("aws.sign_in_regions[1]", "aws.sign_in_regions[2]"),
        ),
        Example(
            "{version: 1, tags: [], aws: {partition: aws-cn, sign_in_regions: [cn-north-1, cn-south-1]}}",
            ("aws.sign_in_regions[1]",),
        ),
        Example("{version: 1, tags: [], aws: {sign_in_regions: [us-west-2, eu-central-1, cn-north-1, Frankfurt]}}"),
        Example("{version: 1, tags: [], aws: {partition: aws-us-gov, sign_in_regions: [us-gov-east-1]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each region that is not among the known ones; the cure is the one that is spelled most like it."""
    partition = plan.aws.partition
    for index, region in enumerate(plan.aws.sign_in_regions):
        if region_belongs(partition, region) and region not in sign_in(partition).known:
            path = f"aws.sign_in_regions[{index}]"
            near = _nearest(region, sign_in(partition).known)
            yield RULE.finding(
                path,
                "{region} is none of the regions of {partition} as of {list}",
                fix=replacement('Use "{region}"', path, near, region=near) if near else None,
                region=quoted(region),
                partition=partition.value,
                list=KNOWN_REGIONS_AS_OF,
            )


def _nearest(region: str, known: frozenset[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and asked for a misspelled name alone

    return next(iter(get_close_matches(region, sorted(known), 1, 0.8)), "")
