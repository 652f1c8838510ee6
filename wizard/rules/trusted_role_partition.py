"""AWS115: a trusted role of another partition."""

from collections.abc import Iterator

from wizard.aws.arn import ARN_SOURCE, is_role_arn, parsed
from wizard.plan.model import Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS115",
    Severity.ERROR,
    title="Trusted role is of another partition",
    explanation="Partitions share no identities: IAM refuses a principal of another one, so nobody could chain.",
    source=ARN_SOURCE,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {partition: aws-cn, roles: [{name: deploy, trusted_roles: "
            "['arn:aws:iam::111122223333:role/okta-abac']}]}}",
            ("aws.roles[0].trusted_roles[0]",),
        ),
        Example(
            "{version: 1, tags: [], aws: {partition: aws-us-gov, roles: [{name: deploy, trusted_roles: "
            "['arn:aws-us-gov:iam::111122223333:role/okta-abac', '*']}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each ARN of a role whose partition is not the plan's; the cure puts the plan's in."""
    partition = plan.aws.partition.value
    for index, role in enumerate(plan.aws.roles):
        for place, text in enumerate(role.trusted_roles):
            if is_role_arn(text) and (arn := parsed(text)).partition != partition:
                path = f"aws.roles[{index}].trusted_roles[{place}]"
                moved = str(arn._replace(partition=partition))
                yield RULE.finding(
                    path,
                    "Partition {found}; the plan's is {partition}",
                    fix=replacement("Write {partition}", path, moved, partition=partition),
                    found=arn.partition,
                    partition=partition,
                )
