"""Part 2 of the runbook: every role behind the provider allows session tags, and nobody is shut out by it."""

from wizard.aws.arn import saml_provider_arn
from wizard.aws.limits import MAX_SESSION_SECONDS_LEAST, TRUST_POLICY_LENGTH
from wizard.aws.partition import audiences
from wizard.aws.role_query import roles_without_tag_session
from wizard.aws.trust import trust_policy
from wizard.bundle.file_name import file_name
from wizard.bundle.runbook.account import accounts, any_role, in_each, stand_in
from wizard.bundle.runbook.page import Blocks, Page, commands, numbered, points
from wizard.bundle.runbook.permissions import attached, own_tags
from wizard.language import N_
from wizard.plan.model import Role
from wizard.quoting.json_text import pretty
from wizard.quoting.markdown_text import code, fenced


def opening(page: Page) -> Blocks:
    """Return part 2: find all roles behind the provider, and let session tags through before Okta sends any."""
    return [
        f"## 2. {page.words(N_('Let session tags through, on every role behind the provider'))}",
        page.words(
            N_(
                "This part adds a permission and takes none away. The bundle's own trust policies, which refuse a "
                "sign-in without the required tags, come in part 6, when the tags are proven to arrive."
            )
        ),
        numbered(_find(page), _add(page), _create(page), own_tags(page), attached(page)),
        *_chaining(page),
        *_quota(page),
    ]


def _find(page: Page) -> str:
    aws = page.plan.aws
    providers = [saml_provider_arn(aws.partition, account, aws.saml_provider) for account in accounts(page.plan)]
    queries = [roles_without_tag_session(provider) for provider in providers]
    return "\n\n".join(
        [
            page.say(
                N_(
                    "List the roles that trust the provider and do not allow it {action} by that name yet, those "
                    "outside this plan too. Each line is for one account; a role with {all} is listed although it "
                    "needs nothing."
                ),
                action="sts:TagSession",
                all="sts:*",
            ),
            commands(*queries),
        ]
    )


def _add(page: Page) -> str:
    role = any_role(page.plan)
    return "\n\n".join(
        [
            page.words(
                N_(
                    "For each of them: keep its trust policy in a file, add the statement below to what stands there, "
                    "and put it back. Never replace what a role already trusts: other providers, services and accounts "
                    "may sign in to it."
                )
            ),
            commands((*_GET_TRUST, "--output", "json", "--role-name", "ROLE")),
            *in_each(page, lambda account: fenced(pretty(_statement(page, account)).rstrip("\n"), "json")),
            page.say(
                N_("Save the answer as {before}, the edited one as {after}, then:"),
                before=f"{role}.before.json",
                after=f"{role}.after.json",
            ),
            commands((*_PUT_TRUST, f"file://{role}.after.json", "--role-name", "ROLE")),
            *stand_in(page),
            page.say(
                N_(
                    "A role that also carries conditions on other {keys} keys keeps them on {action}; the statement "
                    "above stays as it is."
                ),
                keys="saml:",
                action="sts:AssumeRoleWithSAML",
            ),
        ]
    )


_GET_TRUST = ("aws", "iam", "get-role", "--query", "Role.AssumeRolePolicyDocument")
_GET_LONGEST = ("aws", "iam", "get-role", "--query", "Role.MaxSessionDuration")
_PUT_TRUST = ("aws", "iam", "update-assume-role-policy", "--policy-document")


def _statement(page: Page, account: str) -> dict[str, object]:
    aws = page.plan.aws
    endpoints = list(audiences(aws))
    return {
        "Sid": "LetSessionTagsThrough",
        "Effect": "Allow",
        "Principal": {"Federated": saml_provider_arn(aws.partition, account, aws.saml_provider)},
        "Action": "sts:TagSession",
        "Condition": {"StringEquals": {"SAML:aud": endpoints if len(endpoints) > 1 else endpoints[0]}},
    }


def _create(page: Page) -> str:
    blocks = [
        page.words(
            N_(
                "Create the roles of this plan that do not exist yet, with the bundle's trust policy at once, since "
                "nobody uses them so far. A role that exists keeps its trust policy until part 6."
            )
        )
    ]
    roles = _in_order(page.plan.aws.roles)
    for account in page.plan.aws.accounts if roles else ():
        blocks += [
            page.say(N_("In account {account}, from this folder:"), account=account),
            commands(*[_create_role(account, role) for role in roles]),
        ]
    if roles:
        blocks += [
            page.words(N_("The longest session that those allow which exist already, in each account:")),
            commands(*[(*_GET_LONGEST, "--role-name", role.name) for role in roles]),
            page.words(
                N_(
                    "Raise it where it is less than the number below, and never lower it: AWS refuses every sign-in "
                    "that asks for a longer session than the role allows."
                )
            ),
            commands(*[("aws", "iam", "update-role", *_name_and_length(role)) for role in roles]),
        ]
    return "\n\n".join(blocks)


def _create_role(account: str, role: Role) -> tuple[str, ...]:
    document = f"file://aws/trust/{file_name(account)}/{file_name(role.name)}.json"
    return ("aws", "iam", "create-role", *_name_and_length(role), "--assume-role-policy-document", document)


def _name_and_length(role: Role) -> tuple[str, ...]:
    longest = max(role.session_duration, MAX_SESSION_SECONDS_LEAST)
    return ("--role-name", role.name, "--max-session-duration", str(longest))


def _in_order(roles: tuple[Role, ...]) -> list[Role]:
    """Return the roles with those that others trust first: AWS refuses a trust policy that names no existing role."""
    ordered: list[Role] = []
    waiting = list(roles)
    while waiting:
        names = {role.name for role in waiting}
        ready = [role for role in waiting if not _names(role.trusted_roles) & (names - {role.name})] or waiting[:1]
        ordered += ready
        waiting = [role for role in waiting if role not in ready]
    return ordered


def _names(arns: tuple[str, ...]) -> set[str]:
    return {arn.rpartition("/")[2] for arn in arns}


def _chaining(page: Page) -> Blocks:
    if not any(role.trusted_roles for role in page.plan.aws.roles):
        return []
    lost = ", ".join(code(tag.key) for tag in page.plan.tags if not tag.transitive)
    passed = N_("Lost, unless the call passes it again with the value that the caller has itself:")
    return [
        page.say(
            N_(
                "Roles that other roles chain into: the trusted roles must exist first, since AWS refuses a trust "
                "policy that names a role which does not. Each of them needs {assume} and {tag} on the other role in "
                "its own permissions too. What goes along and what gets lost:"
            ),
            assume="sts:AssumeRole",
            tag="sts:TagSession",
        ),
        points(
            page.words(N_("Only transitive tags reach the second role; they cannot be changed on the way.")),
            *([f"{page.words(passed)} {lost}."] if lost else []),
            page.words(N_("A chained session lasts at most one hour, whatever the role allows.")),
            page.words(N_("Switch Role in the AWS console passes no session tags; signing in through Okta does.")),
        ),
    ]


def _quota(page: Page) -> Blocks:
    plan = page.plan
    account = next(iter(plan.aws.accounts), "ACCOUNT")
    sizes = {role.name: trust_policy(plan, account, role).size for role in plan.aws.roles}
    large = {name: size for name, size in sizes.items() if size > TRUST_POLICY_LENGTH}
    if not large:
        return []
    return [
        page.say(
            N_(
                "An account takes trust policies of {default:,} characters by default, and these have more. Raise the "
                "quota “Role trust policy length” ({quota}) under Service Quotas, IAM, in each account before this "
                "part. Sources differ on how far it can be raised: 4,096 or 8,192."
            ),
            default=TRUST_POLICY_LENGTH,
            quota="ACLSizePerRole",
        ),
        points(*(page.say(N_("{role}: {size:,} characters"), role=name, size=size) for name, size in large.items())),
    ]
