"""AWS103: the same account twice."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS103",
    Severity.WARNING,
    title="Account stands twice",
    explanation="The second one changes nothing; another account was perhaps meant, and would get no trust policy.",
    source="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
    examples=(
        Example("{version: 1, tags: [], aws: {accounts: ['111122223333', '111122223333']}}", ("aws.accounts[1]",)),
        Example("{version: 1, tags: [], aws: {accounts: ['111122223333', '444455556666']}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each account that an earlier entry names; the cure takes it away."""
    accounts = plan.aws.accounts
    for index, account in enumerate(accounts):
        if account in accounts[:index]:
            path = f"aws.accounts[{index}]"
            fix = removal("Take it away", path, safe=True)
            yield RULE.finding(path, "{account} stands in the list already", fix=fix, account=quoted(account))
