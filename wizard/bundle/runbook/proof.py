"""Part 5 of the runbook: proof, from one sign-in, that the tags arrive as the plan says."""

from wizard.bundle.runbook.page import Blocks, Page, commands, numbered
from wizard.language import N_
from wizard.quoting.markdown_text import code, fenced, table

_EVENTS = (
    "aws", "cloudtrail", "lookup-events", "--max-results", "5",
    "--lookup-attributes", "AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML",
    "--query", "Events[].CloudTrailEvent", "--output", "text",
)  # fmt: skip

_CAUSES = (
    (
        "Not authorized to perform sts:AssumeRoleWithSAML",
        N_(
            "Most often the role does not allow sts:TagSession: part 2 for that role. The message names another "
            "action. After part 6: a required tag is missing or empty, or its value is not among the accepted ones."
        ),
    ),
    (
        "Unable to validate tags",
        N_("A value has more than 256 characters or a character that AWS refuses, such as & or a comma."),
    ),
    (
        "Packed size of session tags consumes",
        N_("All tags together are too large. There is no public formula; shorten values or send fewer tags."),
    ),
    (
        "Your request included an invalid SAML response",
        N_("The Role attribute lacks or is malformed: no role assigned, or another provider ARN in the app."),
    ),
)


def proof(page: Page) -> Blocks:
    """Return part 5: capture one sign-in, read it, find it in CloudTrail, and try the access."""
    return [
        f"## 5. {page.words(N_('Proof'))}",
        page.words(N_("With one person, before anything is tightened:")),
        numbered(_sign_in(page), _transitive(page), _trail(page), _access(page)),
        page.words(N_("When the sign-in fails, AWS's message says less than it seems to:")),
        table(
            (page.words(N_("Message")), page.words(N_("Likely cause"))),
            [(code(message), page.words(cause)) for message, cause in _CAUSES],
        ),
    ]


def _sign_in(page: Page) -> str:
    keys = [f"https://aws.amazon.com/SAML/Attributes/PrincipalTag:{tag.key}" for tag in page.plan.tags]
    return "\n\n".join(
        [
            page.words(
                N_(
                    "Sign in through Okta with a SAML tracer open in the browser, and look at the SAML response. It "
                    "holds these attributes, each with one value that is the person's own and no expression:"
                )
            ),
            fenced("\n".join(keys), "text"),
            page.words(
                N_(
                    "None of them there: OIN_SAML2_DYNAMIC_ATTRIBUTES is off. A captured response is a credential "
                    "until it expires, a few minutes after the sign-in: do not store it and do not send it to anybody."
                )
            ),
            page.say(
                N_(
                    "Session Tag Wizard compares it with this plan, attribute by attribute, and tells which features "
                    "are on: paste it into the view Verify, or start this, paste, and end with Ctrl+D. With {person} "
                    "it compares the values too."
                ),
                person="--person LOGIN",
            ),
            commands(("session-tag-wizard", "verify", "plan.yaml", "-")),
        ]
    )


def _transitive(page: Page) -> str:
    if not page.plan.transitive_keys():
        return page.say(N_("There is no {name}, since the plan makes no tag transitive."), name="TransitiveTagKeys")
    return page.say(
        N_(
            "{name} holds one AttributeValue for each transitive key, as in {file}. All keys in one value: {feature} "
            "is off."
        ),
        name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys",
        file="saml/assertion.xml",
        feature="SAML_SUPPORT_ARRAY_ATTRIBUTES",
    )


def _trail(page: Page) -> str:
    return "\n\n".join(
        [
            page.say(
                N_(
                    "Find the sign-in in CloudTrail, in the region of the sign-in endpoint; it takes some minutes to "
                    "arrive. {tags} and {transitive} show what AWS has taken."
                ),
                tags="requestParameters.principalTags",
                transitive="transitiveTagKeys",
            ),
            commands(_EVENTS),
        ]
    )


def _access(page: Page) -> str:
    return page.words(
        N_(
            "Try one call on a resource that carries the person's tags, and the same call on one that carries another "
            "value. The first is allowed, the second refused. If the second is allowed too, something broader is "
            "attached to the role (part 6)."
        )
    )
