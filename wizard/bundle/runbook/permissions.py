"""The end of part 2 of the runbook: what the roles may do, which no tag of their own may widen."""

from wizard.aws.arn import Arn
from wizard.aws.limits import POLICY_VERSIONS
from wizard.aws.permissions import permission_policies
from wizard.bundle.file_name import file_name
from wizard.bundle.runbook.page import Page, commands, followed
from wizard.language import N_
from wizard.plan.model import Plan, Role
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
    blocks = [page.words(N_("Create the permission policies and attach them. They grant only what matches the tags."))]
    policies = attached_policies(page.plan)
    for account in page.plan.aws.accounts if policies else ():
        lines = [
            line for role, name in policies for line in _creation(role, name, policy_arn(page.plan, account, name))
        ]
        blocks += [page.say(N_("In account {account}, from this folder:"), account=account), commands(*lines)]
    if policies and page.plan.aws.accounts:
        blocks += [
            *_renewal(page),
            page.say(
                N_(
                    "IAM keeps {most} versions of a policy, and refuses the next with {error}: then delete the oldest "
                    "first. Policies of an earlier bundle that this one no longer has, {attached} shows them: detach "
                    "them last."
                ),
                most=POLICY_VERSIONS,
                error="LimitExceeded",
                attached="aws iam list-attached-role-policies",
            ),
            older_versions(page),
        ]
    return "\n\n".join(blocks)


def attached_policies(plan: Plan) -> list[tuple[Role, str]]:
    """Return the roles with the names of their policies, in the order in which they are attached."""
    return [(role, policy.name) for role in plan.aws.roles for policy in permission_policies(plan, role)]


def policy_arn(plan: Plan, account: str, name: str) -> str:
    """Return the ARN that a policy of the bundle has in an account."""
    return str(Arn(plan.aws.partition, "iam", "", account, f"policy/{name}"))


def older_versions(page: Page) -> str:
    """Return how to see a policy's versions, and how to delete one."""
    return followed(
        page.say(
            N_("The versions of a policy, and the way to delete one that is not the default ({arn}, {id}):"),
            arn="POLICY_ARN",
            id="VERSION_ID",
        ),
        ("aws", "iam", "list-policy-versions", "--policy-arn", "POLICY_ARN"),
        ("aws", "iam", "delete-policy-version", "--policy-arn", "POLICY_ARN", "--version-id", "VERSION_ID"),
    )


def _creation(role: Role, name: str, arn: str) -> tuple[tuple[str, ...], ...]:
    return (
        ("aws", "iam", "create-policy", "--policy-name", name, "--policy-document", _document(name)),
        ("aws", "iam", "attach-role-policy", "--role-name", role.name, "--policy-arn", arn),
    )


def _renewal(page: Page) -> list[str]:
    """Return the commands for the accounts whose policies an earlier bundle has made."""
    command = ("aws", "iam", "create-policy-version", "--set-as-default")
    blocks = []
    for account in page.plan.aws.accounts:
        names = [(name, policy_arn(page.plan, account, name)) for _, name in attached_policies(page.plan)]
        blocks += [
            page.say(
                N_(
                    "In account {account}, where a policy of that name exists from an earlier bundle: {create} refuses "
                    "({error}), and a new version takes its place:"
                ),
                account=account,
                create="create-policy",
                error="EntityAlreadyExists",
            ),
            commands(*[(*command, "--policy-arn", arn, "--policy-document", _document(name)) for name, arn in names]),
        ]
    return blocks


def _document(name: str) -> str:
    return f"file://aws/permissions/{file_name(name)}.json"
