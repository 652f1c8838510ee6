"""AWS113: a name of the SAML provider that IAM does not take."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.aws.arn import is_provider_name
from wizard.aws.limits import CREATE_SAML_PROVIDER_URL, SAML_PROVIDER_NAME_LENGTH
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_FOREIGN: Final = r"[^A-Za-z0-9_.-]+"

RULE = Rule(
    "AWS113",
    Severity.ERROR,
    title="Name of the SAML provider is none that IAM takes",
    explanation=(
        "The provider's ARN would name nothing: IAM refuses every trust policy that trusts it, and Okta's Identity "
        "Provider ARN would be wrong. The name alone belongs here, not the ARN."
    ),
    source=CREATE_SAML_PROVIDER_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {saml_provider: 'arn:aws:iam::111122223333:saml-provider/Okta'}}",
            ("aws.saml_provider",),
        ),
        Example("{version: 1, tags: [], aws: {saml_provider: ''}}", ("aws.saml_provider",)),
        Example(f"{{version: 1, tags: [], aws: {{saml_provider: {'p' * 129}}}}}", ("aws.saml_provider",)),
        Example("{version: 1, tags: [], aws: {saml_provider: okta.prod_1-a}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the name where IAM would not take it; the cure is the name in an ARN, or - for foreign characters."""
    name = plan.aws.saml_provider
    if is_provider_name(name):
        return
    plain = re.sub(_FOREIGN, "-", name.rpartition(":saml-provider/")[2]).strip("-")
    fix = replacement('Use "{name}"', "aws.saml_provider", plain, name=plain) if is_provider_name(plain) else None
    yield RULE.finding(
        "aws.saml_provider",
        "{name}; IAM takes 1 to {limit} of letters, digits and _ . -",
        fix=fix,
        name=quoted(name),
        limit=SAML_PROVIDER_NAME_LENGTH,
    )
