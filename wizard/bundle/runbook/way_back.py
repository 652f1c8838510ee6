"""Part 7 of the runbook: the way back, with the command lines for it, in the order that locks nobody out."""

from wizard.bundle.file_name import file_name
from wizard.bundle.runbook.account import any_role, in_each, stand_in
from wizard.bundle.runbook.page import Blocks, Page, commands, followed, numbered
from wizard.bundle.runbook.permissions import attached_policies, older_versions, policy_arn
from wizard.language import N_
from wizard.plan.model import Role


def way_back(page: Page) -> Blocks:
    """Return part 7: the same steps in reverse, each of which may be the last."""
    blocks = [
        f"## 7. {page.words(N_('The way back'))}",
        page.words(
            N_(
                "In reverse, and only as far as needed. Never take sts:TagSession from a role while Okta still sends a "
                "tag: that shuts out everyone who signs in to it."
            )
        ),
    ]
    if len(page.plan.aws.accounts) > 1:
        blocks.append(page.words(N_("Commands that name no account are for each of them.")))
    steps = (_trust(page), _permissions(page), *_okta(page), _policies(page), _roles(page), _others(page))
    return [*blocks, numbered(*steps)]


def kept(page: Page) -> Blocks:
    """Return the commands that show the trust policies to keep, and the names of the files to keep them in."""
    roles = page.plan.aws.roles
    if not roles:
        return []
    shown = [
        (*("aws", "iam", "get-role", "--query", "Role.AssumeRolePolicyDocument", "--output", "json"), *_name(role))
        for role in roles
    ]

    def saved(account: str) -> str:
        files = ", ".join(page.say("{file}", file=_file(account, role)) for role in roles)
        return "\n\n".join([commands(*shown), page.words(N_("Save the answers, in this order, as:")) + " " + files])

    return in_each(page, saved)


def _name(role: Role) -> tuple[str, str]:
    return ("--role-name", role.name)


def _file(account: str, role: Role) -> str:
    return f"{file_name(account)}-{file_name(role.name)}.before-part-6.json"


def _trust(page: Page) -> str:
    update = ("aws", "iam", "update-assume-role-policy")
    text = page.words(
        N_(
            "Trust policies: put back what you kept in part 6; sign-ins without tags work again. A role that part "
            "2 has created has nothing to put back: it takes sign-ins with tags only, so its people need another "
            "role before the third step."
        )
    )

    def put_back(account: str) -> str:
        files = [(role, f"file://{_file(account, role)}") for role in page.plan.aws.roles]
        return commands(*[(*update, *_name(role), "--policy-document", file) for role, file in files])

    return "\n\n".join([text, *(in_each(page, put_back) if page.plan.aws.roles else [])])


def _permissions(page: Page) -> str:
    return followed(
        page.say(
            N_("Permissions: attach what you detached in part 6, by the ARN that the list there showed ({arn} here)."),
            arn="POLICY_ARN",
        ),
        *[
            ("aws", "iam", "attach-role-policy", *_name(role), "--policy-arn", "POLICY_ARN")
            for role in page.plan.aws.roles
        ],
    )


def _okta(page: Page) -> tuple[str, str]:
    return (
        page.words(
            N_(
                "Okta: remove the rows (Sign On › Edit), TransitiveTagKeys first. From then on no sign-in carries "
                "tags, except sessions that are still running; wait until the longest of them has ended."
            )
        ),
        page.words(N_("Okta attributes may stay; without the rows nothing reads them.")),
    )


def _policies(page: Page) -> str:
    policies = attached_policies(page.plan)[::-1]

    def detached(account: str) -> str:
        arns = [(role, policy_arn(page.plan, account, name)) for role, name in policies]
        return commands(
            *[("aws", "iam", "detach-role-policy", *_name(role), "--policy-arn", arn) for role, arn in arns]
        )

    def deleted(account: str) -> str:
        arns = [policy_arn(page.plan, account, name) for _, name in policies]
        return commands(*[("aws", "iam", "delete-policy", "--policy-arn", arn) for arn in arns])

    text = page.words(
        N_(
            "Permissions: detach the policies of the bundle that part 2 attached, the last first: those that "
            "protect the tags go last."
        )
    )
    if not policies:
        return text
    deletion = page.say(
        N_(
            "Delete them. AWS answers {conflict} while a role still has one, or while it has versions "
            "beside the default."
        ),
        conflict="DeleteConflict",
    )
    return "\n\n".join([text, *in_each(page, detached), deletion, *in_each(page, deleted), older_versions(page)])


def _roles(page: Page) -> str:
    return followed(
        page.words(
            N_(
                "Roles that part 2 has created, and only those: take them from everyone in Okta (the app's "
                "Assignments), then delete them. AWS refuses while a policy is attached."
            )
        ),
        *[("aws", "iam", "delete-role", *_name(role)) for role in page.plan.aws.roles],
    )


def _others(page: Page) -> str:
    file = f"file://{any_role(page.plan)}.before.json"
    kept_back = followed(
        page.words(
            N_(
                "Trust policies of the other roles: the statement of part 2 does no harm and may stay. Put the kept "
                "policies back last, if at all."
            )
        ),
        ("aws", "iam", "update-assume-role-policy", "--role-name", "ROLE", "--policy-document", file),
    )
    return "\n\n".join([kept_back, *stand_in(page)])
