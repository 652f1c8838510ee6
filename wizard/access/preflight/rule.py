"""The reasons why a person fails the preflight, each with a stable id, its consequence and its source."""

from typing import Final, Literal, NamedTuple

from wizard.aws.limits import ASSUME_ROLE_WITH_SAML_URL, SESSION_TAGS_URL
from wizard.saml import judgement
from wizard.saml.judgement import Judgement

Severity = Literal["error", "warning"]


class PreflightRule(NamedTuple):
    """One reason.

    Attributes:
        id: stable, such as ``PRE101``.
        severity: an error is a failure; a warning does not make a person fail.
        title: the fact. explanation: the consequence. source: URL of the document that states it.
        verified: False where no primary source states it; the explanation then says so.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    source: str
    verified: bool = True


def _of(id: str, judged: Judgement) -> tuple[PreflightRule, Judgement]:  # noqa: A002 - the field's standard term
    return PreflightRule(id, "error", judged.title, judged.explanation, judged.source), judged


LOGIN: Final = PreflightRule(
    "PRE101", "error", judgement.LOGIN_TITLE, judgement.LOGIN_EXPLANATION, judgement.LOGIN_SOURCE
)

VALUES: Final = (
    _of("PRE102", judgement.LENGTH),
    _of("PRE103", judgement.CHARACTERS),
    _of("PRE104", judgement.RESERVED),
    _of("PRE105", judgement.MISSING),
    _of("PRE106", judgement.SEVERAL),
    _of("PRE107", judgement.MEMBER_SEPARATOR),
    _of("PRE108", judgement.NOT_ALLOWED),
    _of("PRE110", judgement.MEMBER_EMPTY),
)
"""The reasons that lie in the value of one tag, with what judges them; each answers to the PERS rule of its number."""

NO_ACCESS: Final = PreflightRule(
    "PRE111",
    "error",
    title="Person gets no access without an optional tag",
    explanation=(
        "The sign-in succeeds and gives nothing: every grant of every role matches on a tag that this person does not "
        "have, unless the role itself carries a tag of that key. Give the person a value, or the expression a default."
    ),
    source=SESSION_TAGS_URL,
)

LESS_ACCESS: Final = PreflightRule(
    "PRE112",
    "warning",
    title="Person gets less access without an optional tag",
    explanation=(
        "The sign-in succeeds, and some of the grants give nothing, since they match on a tag that this person does "
        "not have. Where that is meant, nothing is to be done."
    ),
    source=SESSION_TAGS_URL,
)

TRANSITIVE_ALONE: Final = PreflightRule(
    "PRE113",
    "warning",
    title="Transitive key is sent without its tag",
    explanation=(
        "TransitiveTagKeys names the key for everyone. AWS refuses a transitive key that is no tag of the request; "
        "whether Okta sends an empty tag or none for a person without a value is unverified."
    ),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
    verified=False,
)

PACKED_SIZE: Final = PreflightRule(
    "PRE114",
    "warning",
    title="Session tags of a person may be too large together",
    explanation=(
        "AWS packs all tags of a session into a space of its own, and refuses the sign-in when it is full. There is no "
        "formula in its documents, so this is an estimate from the bytes of keys and values; its threshold is "
        "unverified."
    ),
    source=ASSUME_ROLE_WITH_SAML_URL,
    verified=False,
)


def preflight_rules() -> tuple[PreflightRule, ...]:
    """Return all the reasons, in the order of their ids."""
    single = (LOGIN, NO_ACCESS, LESS_ACCESS, TRANSITIVE_ALONE, PACKED_SIZE)
    return tuple(sorted((*(rule for rule, _ in VALUES), *single), key=lambda rule: rule.id))
