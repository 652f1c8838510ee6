"""The end of part 2 of the runbook: what the roles may do, which no tag of their own may widen."""

from wizard.aws.arn import Arn
from wizard.aws.permissions import permission_policies
from wizard.bundle.file_name import file_name
from wizard.bundle.runbook.page import Page, commands
from wizard.language import N_
from wizard.plan.model import Role
from wizard.quoting.markdown_text import code


def own_tags(page: Page) -> str:
    """Return the step that looks for tags of the roles themselves, which would stand in for a person's."""
    matched = sorted({key for grant in page.plan.access for key in grant.match})
    if not matched:
        return page.words(N_("No grant of this plan matches on a tag."))
    roles = [("aws", "iam", "list-role-tags", "--role-name", role.name) for role in page.plan.aws.roles]
    return "\n\n".join(
        [
            page.words(
                N_(
                    "A role must not itself carry a tag of a matched key, in any spelling: where a sign-in brings no "
                    "such tag, the role's own would stand in for it and everyone would share its access. Matched keys:"
                )
            )
            + " "
            + ", ".join(code(key) for key in matched)
            + ".",
            *([commands(*roles)] if roles else []),
        ]
    )


def attached(page: Page) -> str:
    """Return the step that creates the permission policies and attaches them."""
    blocks = [
        page.words(N_("Create the permission policies and attach them. They grant only what matches the tags.")),
        page.say(
            N_(
                "Where a policy of that name exists from an earlier bundle, {create} refuses; it then needs a new "
                "version instead: {version} with {default} and the ARN of {attach}."
            ),
            create="create-policy",
            version="aws iam create-policy-version",
            default="--set-as-default",
            attach="attach-role-policy",
        ),
    ]
    for account in page.plan.aws.accounts:
        lines = [line for role in page.plan.aws.roles for line in _policy_commands(page, account, role)]
        if lines:
            blocks += [page.say(N_("In account {account}, from this folder:"), account=account), commands(*lines)]
    return "\n\n".join(blocks)


def _policy_commands(page: Page, account: str, role: Role) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    for policy in permission_policies(page.plan, role):
        document = f"file://aws/permissions/{file_name(policy.name)}.json"
        arn = str(Arn(page.plan.aws.partition, "iam", "", account, f"policy/{policy.name}"))
        lines += [
            ("aws", "iam", "create-policy", "--policy-name", policy.name, "--policy-document", document),
            ("aws", "iam", "attach-role-policy", "--role-name", role.name, "--policy-arn", arn),
        ]
    return lines
