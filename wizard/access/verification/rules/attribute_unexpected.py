"""EVD103: a session tag, or another attribute that AWS acts on, that the plan does not have."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.matching import How
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import ASSERTIONS_URL
from wizard.language import N_
from wizard.saml.names import SOURCE_IDENTITY, TRANSITIVE_TAG_KEYS

RULE = EvidenceRule(
    "EVD103",
    Severity.ERROR,
    title="Attribute is not in the plan",
    explanation=(
        "The plan's trust policies accept the plan's tags and no other: the sign-in is refused. A source identity "
        "needs sts:SetSourceIdentity in every trust policy of the identity provider."
    ),
    source=ASSERTIONS_URL,
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each attribute that AWS reads and the plan does not make Okta send."""
    for match in case.matching(How.UNEXPECTED):
        name = match.attribute.name
        message, cure = N_("The plan has no such tag"), N_("Remove the row in Okta, or add the tag to the plan")
        if name == TRANSITIVE_TAG_KEYS:
            message, cure = (
                N_("No tag of the plan is transitive"),
                N_("Remove the row in Okta, or make tags transitive"),
            )
        elif name == SOURCE_IDENTITY:
            message, cure = N_("The plan's trust policies do not allow a source identity"), N_("Remove the row in Okta")
        yield RULE.difference(name, message, cure, found=match.attribute.values)
