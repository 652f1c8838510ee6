"""The runbook's first page: what the plan sets up, the features to ask Okta for, and a way in that stays."""

from wizard.bundle.runbook.page import Blocks, Page, numbered
from wizard.language import N_
from wizard.okta.feature import needed_features, state, support_request, unconfirmed_features
from wizard.plan.model import FeatureState, Tag
from wizard.quoting.markdown_text import code, fenced, prose, table

YES, NO = N_("yes"), N_("no")


def beginning(page: Page) -> Blocks:
    """Return the title, the tags, and the order in which the parts follow."""
    plan = page.plan
    return [
        f"# {prose(plan.name) or page.words(N_('Session tags'))}",
        *([prose(plan.notes)] if plan.notes.strip() else []),
        page.say(
            N_(
                "At sign-in Okta sends these attributes of the person to AWS as session tags, and the policies in this "
                "folder compare them with the tags of the resources."
            )
        ),
        _tags(page),
        page.say(
            N_(
                "Go through the parts in their order. It is the order that locks nobody out: as soon as Okta sends one "
                "session tag, every role behind the provider {provider} must allow {action}, or sign-in to that role "
                "fails."
            ),
            provider=plan.aws.saml_provider,
            action="sts:TagSession",
        ),
    ]


def _tags(page: Page) -> str:
    header = (N_("Session tag"), N_("Okta value"), N_("Required"), N_("Transitive"), N_("Accepted values"))
    rows = [
        (
            code(tag.key),
            code(tag.value),
            page.words(YES if tag.required else NO),
            page.words(YES if tag.transitive else NO),
            _accepted(page, tag),
        )
        for tag in page.plan.tags
    ]
    return table(tuple(page.words(title) for title in header), rows)


def _accepted(page: Page, tag: Tag) -> str:
    if tag.separator is not None:
        return page.say(N_("a list, joined with {separator} at both ends"), separator=tag.separator)
    return ", ".join(code(value) for value in tag.allowed) or page.words(N_("any"))


def features(page: Page) -> Blocks:
    """Return the features that Okta has to switch on, each with what is known of it, and the request to paste."""
    needed = needed_features(page.plan)
    if not needed:
        return []
    blocks = [
        f"## {page.words(N_('Before you start: features that Okta switches on'))}",
        page.say(N_("Whether they are on cannot be looked up. One captured sign-in proves it (part “Proof”).")),
    ]
    for feature in needed:
        blocks += [
            f"### {code(feature.key)}",
            " ".join(page.words(text) for text in (feature.why, N_("Without it:"), feature.without, feature.known)),
            page.words(_KNOWN[state(page.plan, feature)]),
            page.words(feature.check),
        ]
    if unconfirmed_features(page.plan):
        blocks += [
            page.say(N_("Open a case with Okta Support and paste this ({file}):"), file="okta/support-request.txt"),
            fenced(support_request(page.plan).rstrip("\n"), "text"),
        ]
    return blocks


_KNOWN = {
    FeatureState.ENABLED: N_("The plan notes it as on."),
    FeatureState.DISABLED: N_("**The plan notes it as off: it must be switched on before part 4.**"),
    FeatureState.UNKNOWN: N_("**Nothing is known of it yet: ask for it, or prove that it is on, before part 4.**"),
}


def way_in(page: Page) -> Blocks:
    """Return part 1: a way into each account that does not depend on the provider."""
    accounts = ", ".join(code(account) for account in page.plan.aws.accounts)
    return [
        f"## 1. {page.words(N_('Keep a way in'))}",
        page.words(
            N_(
                "A mistake in a trust policy shuts everyone out who signs in through Okta. So have, in each account, "
                "an administrator who signs in another way, and keep that session open until part 6 is done."
            )
        ),
        *([page.words(N_("Accounts of this plan:")) + f" {accounts}."] if accounts else []),
        numbered(
            page.words(
                N_(
                    "Sign in to the account without Okta: a user of IAM with MFA kept for emergencies, the root user, "
                    "or a role that another account or IAM Identity Center may assume."
                )
            ),
            page.say(
                N_("Check who you are. The answer must not name a role behind {provider}."),
                provider=page.plan.aws.saml_provider,
            )
            + "\n\n"
            + fenced("aws sts get-caller-identity", "sh"),
            page.say(N_("Check that this identity may change roles: {action}."), action="iam:UpdateAssumeRolePolicy"),
        ),
    ]
