"""EVD132: the roles that were sent are not the plan's, or are reached by another provider."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.arn import role_arn, saml_provider_arn
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.language import Numbered
from wizard.plan.model import Plan
from wizard.saml.names import ROLE

RULE = EvidenceRule(
    "EVD132",
    Severity.ERROR,
    title="Role is not the plan's",
    explanation=(
        "The plan's trust policies are those of its own roles, behind its own SAML provider. Every other role behind "
        "that provider needs sts:TagSession too, once tags are sent: without it the sign-in to that role fails."
    ),
    source=SESSION_TAGS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield an error where no pair is the plan's, and a warning for others beside those that are."""
    plan = case.plan
    sent = case.roles
    if case.kind is Kind.PREVIEW or not sent or not plan.aws.roles or not plan.aws.accounts:
        return
    known = set(_keys(plan))
    other = [pair for pair in sent if (pair.partition, pair.account, pair.provider, pair.role) not in known]
    found = [pair.value for pair in other]
    if len(other) == len(sent):
        yield RULE.difference(
            ROLE,
            "None of the roles that were sent is a role of the plan behind its SAML provider",
            "Compare partition, account, provider and role with the plan; case counts",
            expected=_of_plan(plan),
            found=found,
        )
    elif other:
        yield RULE.difference(
            ROLE,
            Numbered(
                "{count} of the roles that were sent is not in the plan",
                "{count} of the roles that were sent are not in the plan",
                len(other),
            ),
            "Give each of them a trust policy with sts:TagSession, or a SAML provider of its own",
            found=found,
            severity=Severity.WARNING,
            count=len(other),
        )


def _keys(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    aws = plan.aws
    for account in aws.accounts:
        for role in aws.roles:
            yield aws.partition, account, aws.saml_provider, role.name


def _of_plan(plan: Plan) -> tuple[str, ...]:
    aws = plan.aws
    return tuple(
        f"{saml_provider_arn(aws.partition, account, aws.saml_provider)},{role_arn(aws.partition, account, role.name)}"
        for account in aws.accounts
        for role in aws.roles
    )
