"""Part 6 of the runbook: tightening what part 2 opened."""

from wizard.bundle.file_name import file_name
from wizard.bundle.runbook.page import Blocks, Page, commands, numbered
from wizard.bundle.runbook.way_back import kept
from wizard.language import N_


def tightening(page: Page) -> Blocks:
    """Return part 6: what would defeat the tags, and the trust policies that ask for them."""
    return [
        f"## 6. {page.words(N_('Tighten: what defeats the tags, then trust policies'))}",
        page.words(N_("Only after part 5 has shown that the tags arrive. In each account, for each role:")),
        numbered(_defeats(page), _trust(page)),
    ]


def _defeats(page: Page) -> str:
    lines = []
    for role in page.plan.aws.roles:
        lines += [
            ("aws", "iam", "list-attached-role-policies", "--role-name", role.name),
            ("aws", "iam", "list-role-policies", "--role-name", role.name),
        ]
    return "\n\n".join(
        [
            page.say(
                N_(
                    "Look for what would defeat the tags. Any other policy that allows the same actions without the "
                    "condition, {admin} above all, grants them on every resource, whatever the tags say. Write down "
                    "and detach what the bundle's policies replace."
                ),
                admin="AdministratorAccess",
            ),
            *([commands(*lines)] if lines else []),
        ]
    )


def _trust(page: Page) -> str:
    blocks = [
        page.words(
            N_(
                "Now the trust policies that refuse a sign-in without the required tags. Where a role trusts nobody "
                "but this provider, the bundle's file replaces its trust policy. Where it trusts others too, replace "
                "only the statements that name the provider, the one of part 2 among them, by the two of the file, and "
                "keep all the rest. Keep the old policy first, in a file of its own for each account and role, such as "
                "the one that is named here: part 7 needs it."
            )
        ),
        *kept(page),
    ]
    for account in page.plan.aws.accounts:
        lines = [
            (
                "aws",
                "iam",
                "update-assume-role-policy",
                "--role-name",
                role.name,
                "--policy-document",
                f"file://aws/trust/{file_name(account)}/{file_name(role.name)}.json",
            )
            for role in page.plan.aws.roles
        ]
        if lines:
            blocks += [page.say(N_("In account {account}, from this folder:"), account=account), commands(*lines)]
    blocks.append(page.words(N_("Sign in once more with one person, and with one whose attribute is empty: refused.")))
    return "\n\n".join(blocks)
