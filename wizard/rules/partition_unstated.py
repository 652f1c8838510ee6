"""AWS119: a partition whose sign-in AWS's own documents do not state whole."""

from collections.abc import Iterator

from wizard.aws.partition import sign_in
from wizard.plan.model import Partition, Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS119",
    Severity.WARNING,
    title="Sign-in of this partition is not stated by AWS",
    explanation=(
        "The endpoint and the entity id come from sources other than AWS. For China, sources also differ on whether "
        "the attribute names begin with https://aws.amazon.com or with http://www.amazonaws.cn; the program writes "
        "the first. Prove it with one role before you roll it out."
    ),
    source="https://docs.amazonaws.cn/en_us/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
    verified=False,
    examples=(
        Example("{version: 1, tags: [], aws: {partition: aws-cn}}", ("aws.partition",)),
        Example("{version: 1, tags: [], aws: {partition: aws-us-gov}}", ("aws.partition",)),
        Example("{version: 1, tags: [], aws: {partition: aws}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the partition where AWS does not state its sign-in."""
    facts = sign_in(plan.aws.partition)
    if not facts.stated_by_aws:
        china = plan.aws.partition is Partition.CHINA
        yield RULE.finding(
            "aws.partition",
            "{endpoint} and the attribute names are unverified" if china else "{endpoint} is unverified",
            endpoint=facts.endpoint(),
        )
