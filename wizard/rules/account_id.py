"""AWS102: an account that is no account ID."""

import re
from collections.abc import Iterator

from wizard.aws.arn import is_account
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS102",
    Severity.ERROR,
    title="Account is no account ID",
    explanation="The ARNs of the provider and of the roles would name no account: IAM refuses the trust policy.",
    source="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {accounts: ['1111-2222-3333', '12345678901', prod]}}",
            ("aws.accounts[0]", "aws.accounts[1]", "aws.accounts[2]"),
        ),
        Example("{version: 1, tags: [], aws: {accounts: ['111122223333', '012345678901']}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each account that is not 12 digits; the cure drops dashes and spaces, or puts lost zeros back."""
    for index, account in enumerate(plan.aws.accounts):
        if not is_account(account):
            path = f"aws.accounts[{index}]"
            yield RULE.finding(
                path, "{account}; an account ID has 12 digits", fix=_fix(path, account), account=quoted(account)
            )


def _fix(path: str, account: str) -> Fix | None:
    digits = re.sub(r"[\s-]+", "", account)
    if not (digits.isascii() and digits.isdigit() and 10 <= len(digits) <= 12):
        return None
    whole = digits.zfill(12)
    return replacement('Use "{account}"', path, whole, safe=whole == digits, account=whole)
