"""Part 4 of the runbook: the rows to type into the Okta app, and the app's settings that go with them."""

from wizard.aws.partition import audiences, sign_in
from wizard.bundle.runbook.page import Blocks, Page, numbered, points
from wizard.language import N_, Numbered
from wizard.okta.statements import attribute_statements
from wizard.plan.model import Claims, Partition, Plan
from wizard.quoting.markdown_text import code, fenced, table


def rows(page: Page) -> Blocks:
    """Return part 4: the rows, the settings that go with partition, regions and durations, and the preview."""
    federated = page.plan.okta.claims is Claims.FEDERATED
    return [
        f"## 4. {page.words(N_('Okta: the app'))}",
        page.words(
            N_(
                "From the moment of saving, every sign-in through this app carries session tags. Part 2 must be done "
                "for every role behind the provider, and the features must be on."
            )
        ),
        numbered(
            *_settings(page), *(_claims(page) if federated else _statements(page)), _preview(page), _assignment(page)
        ),
    ]


def _settings(page: Page) -> list[str]:
    plan = page.plan
    opened = page.say(
        N_("In the Okta admin console: Applications › {app} › Sign On › Edit. These settings belong to this plan:"),
        app=plan.okta.app_label,
    )
    lines = [(page.words(N_("AWS Environment")), _environment(page))]
    endpoints = audiences(plan.aws)
    if len(endpoints) > 1:
        override = page.words(N_("empty; in a failover, one of")) + " " + ", ".join(map(code, endpoints[1:]))
        lines.append((page.words(N_("ACS URL")), override))
    if plan.aws.roles:
        shortest = min(role.session_duration for role in plan.aws.roles)
        seconds = Numbered("{seconds} second", "{seconds} seconds", shortest)
        lines.append((page.words(N_("Session Duration")), page.say(seconds, seconds=str(shortest))))
    return [opened + "\n\n" + table((page.words(N_("Setting")), page.words(N_("Value"))), lines)]


def _environment(page: Page) -> str:
    names = {
        Partition.AWS: "Amazon AWS",
        Partition.CHINA: "AWS China",
        Partition.GOV_CLOUD: "AWS GovCloud",
    }
    return page.say(
        N_("the choice for {name}, whose sign-in is {endpoint}"),
        name=names[page.plan.aws.partition],
        endpoint=sign_in(page.plan.aws.partition).endpoint(),
    )


def _statements(page: Page) -> list[str]:
    statements = attribute_statements(page.plan)
    opened = page.say(
        N_("Open {section} in the part SAML 2.0, and add these rows, each with the name format {format}:"),
        section="Attributes (Optional)",
        format="URI Reference",
    )
    blocks = "\n\n".join(fenced(f"{statement.name}\n{statement.value}", "text") for statement in statements)
    note = page.say(
        N_("Each block is one row: its name, then its value. Copy rather than type. {file} holds the same."),
        file="okta/attribute-statements.yaml",
    )
    return [f"{opened}\n\n{blocks}\n\n{note}"]


def _claims(page: Page) -> list[str]:
    statements = attribute_statements(page.plan)
    opened = page.words(
        N_(
            "Under Attribute Statements choose Add expression for each of these. Okta documents this kind of claim for "
            "custom apps only; whether the AWS app of the integration network takes it is not documented, nor which "
            "name format it sends. Prove it in part 5 before you rely on it."
        )
    )
    blocks = "\n\n".join(fenced(f"{statement.name}\n{statement.value}", "text") for statement in statements)
    return [f"{opened}\n\n{blocks}"]


def _preview(page: Page) -> str:
    text = page.say(
        N_("Save, then choose Preview SAML. It must read like {file}: expressions stand there as they were typed."),
        file="saml/okta-preview.xml",
    )
    if not page.plan.transitive_keys():
        return text
    keys = _literal(page.plan)
    return (
        text
        + " "
        + page.say(
            N_(
                "{literal} in one value is right in the preview only; the real assertion holds one value for each key, "
                "provided that {feature} is on."
            ),
            literal=keys,
            feature="SAML_SUPPORT_ARRAY_ATTRIBUTES",
        )
    )


def _assignment(page: Page) -> str:
    """Return how Okta learns of a new role, and how people get it.

    https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-about-integration.htm and
    aws-configure-aws-app.htm beside it, read 2026-11-24.
    """
    lines = (
        page.say(
            N_(
                "Okta lists roles that it has downloaded from AWS: Provisioning › Integration, with an access key that "
                "may {list}. A role that was created later appears after Applications › More › Refresh Application "
                "Data."
            ),
            list="iam:ListRoles",
        ),
        page.words(
            N_(
                "With Use Group Mapping (Sign On) nothing is downloaded: the names of Okta groups name account and "
                "role, by the group filter there, and who is in the group has the role."
            )
        ),
        page.words(
            N_(
                "Else assign people or, better, a group: Assignments › Assign, and choose the role under SAML User "
                "Roles. A person's own assignment hides those of their groups, unless Join all roles is on."
            )
        ),
        page.words(N_("For part 5 assign one person; everybody else after it.")),
    )
    return page.words(N_("Where part 2 has created a role: let Okta know it, and assign it.")) + "\n\n" + points(*lines)


def _literal(plan: Plan) -> str:
    return attribute_statements(plan)[-1].value
