"""AWS123: the other roles behind the provider, which must let session tags in too."""

from collections.abc import Iterator

from wizard.aws.arn import is_account, is_provider_name, saml_provider_arn
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.aws.role_query import roles_without_tag_session
from wizard.plan.model import Plan
from wizard.quoting.shell_text import command
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS123",
    Severity.INFO,
    title="Every other role behind the provider needs sts:TagSession",
    explanation=(
        "Once Okta sends any tag, it sends it at every sign-in through this provider: a role whose trust policy lacks "
        "sts:TagSession refuses everyone. Change those roles first, or give tagged sign-ins a provider of their own."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example("{version: 1, tags: [{key: team, value: user.team}]}", ("aws.saml_provider",)),
        Example(
            "{version: 1, tags: [{key: t, value: user.t}], aws: {accounts: ['111122223333']}}", ("aws.saml_provider",)
        ),
        Example("{version: 1, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the provider where tags are sent, with the command that lists the roles without sts:TagSession."""
    if plan.tags:
        yield RULE.finding(
            "aws.saml_provider",
            "In each account, this lists the roles that trust the provider without it: {command}",
            command=_command(plan),
        )


def _command(plan: Plan) -> str:
    account = next((account for account in plan.aws.accounts if is_account(account)), "ACCOUNT")
    name = plan.aws.saml_provider if is_provider_name(plan.aws.saml_provider) else "PROVIDER"
    return command(*roles_without_tag_session(saml_provider_arn(plan.aws.partition, account, name)))
