"""EVD101: an attribute that the plan makes Okta send did not arrive."""

from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import SESSION_TAGS_URL
from wizard.language import N_
from wizard.okta.statements import tag_expression
from wizard.plan.model import Tag
from wizard.saml.names import TRANSITIVE_TAG_KEYS

RULE = EvidenceRule(
    "EVD101",
    Severity.ERROR,
    title="Attribute is missing",
    explanation=(
        "A required tag that does not arrive makes the trust policy refuse the sign-in; without TransitiveTagKeys the "
        "tags end with the first role. Okta leaves a row out that was never saved; whether it also leaves out an "
        "attribute without a value is not documented."
    ),
    source=SESSION_TAGS_URL,
)

_ROW = N_("Add the row under Attributes (Optional) in the app's Sign On tab, or give the person a value for it")


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each tag, and the list of transitive keys, that was not sent under any name that means it."""
    for index, tag in enumerate(case.plan.tags):
        name = case.prefix + tag.key
        if not case.is_sent(name):
            yield from _tag(case, tag, name, case.expected[index])
    keys = case.plan.transitive_keys()
    if keys and not case.is_sent(TRANSITIVE_TAG_KEYS):
        yield RULE.difference(
            TRANSITIVE_TAG_KEYS,
            "The transitive keys were not sent",
            "Add the row for TransitiveTagKeys in the app's Sign On tab",
            expected=keys,
        )


def _tag(case: Case, tag: Tag, name: str, expected: tuple[str, ...] | None) -> Iterator[Difference]:
    if case.kind is Kind.PREVIEW:
        expected = (tag_expression(tag),)
    if expected == () and not tag.required:
        return
    optional = expected is None and not tag.required
    message = (
        N_("The tag {key} was not sent")
        if expected != ()
        else N_("The tag {key} was not sent: {login} has no value for it")
    )
    yield RULE.difference(
        name,
        message,
        _ROW,
        expected=expected or (),
        severity=Severity.INFO if optional else None,
        key=tag.key,
        login=case.person.login if case.person else "",
    )
