"""How the runbook names accounts: each by its ID, above what is to be done there and nowhere else."""

from collections.abc import Callable

from wizard.bundle.runbook.page import Blocks, Page
from wizard.language import N_
from wizard.plan.model import Plan


def accounts(plan: Plan) -> tuple[str, ...]:
    """Return the plan's accounts; without any a word that stands for the ID of one."""
    return plan.aws.accounts or ("ACCOUNT",)


def in_each(page: Page, block: Callable[[str], str]) -> Blocks:
    """Return the block of each account, under the account's name where there are several."""
    if len(page.plan.aws.accounts) < 2:
        return [block(account) for account in accounts(page.plan)]
    return [
        text
        for account in page.plan.aws.accounts
        for text in (page.say(N_("In account {account}:"), account=account), block(account))
    ]


def any_role(plan: Plan) -> str:
    """Return a word for a role of no known name; with its account where there are several, since names recur there."""
    return "ACCOUNT-ROLE" if len(plan.aws.accounts) > 1 else "ROLE"


def stand_in(page: Page) -> Blocks:
    """Return what the word for an account stands for, where :func:`any_role` or :func:`accounts` has written it."""
    if len(page.plan.aws.accounts) == 1:
        return []
    return [page.say(N_("{account} stands for the account's ID."), account="ACCOUNT")]
