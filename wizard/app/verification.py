"""What the Verify view answers: evidence compared with the plan, or the likely causes of an error.

A captured assertion is a credential. Nothing here keeps one: an answer holds what was read of it, shows none of that in
its representation, and is gone when its holder lets it go.

What reads and compares is imported where that begins, on the view's thread: the view opens without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.language import N_, _
from wizard.plan.model import Plan
from wizard.rules.finding import Finding
from wizard.saml.evidence.error import EvidenceError, Unusable
from wizard.saml.evidence.limits import LARGEST_HAR

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

    from wizard.access.verification.comparison import Comparison
    from wizard.app.likely_causes import LikelyCause
    from wizard.saml.evidence.evidence import Evidence


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """What is to be compared, and by what it is judged.

    Attributes:
        evidence: a text, or the file that holds it.
        certificate, key: files; None for none. login: whose sign-in it is, None for whom the evidence names.
        at: when it should be valid, with a time zone; None where its time is only stated.
    """

    evidence: str | Path
    certificate: Path | None = None
    key: Path | None = None
    login: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """Evidence that could be used; `causes` are those of the error that it carries, if it does."""

    evidence: "Evidence"
    comparison: "Comparison"
    causes: "tuple[LikelyCause, ...]" = ()


@dataclass(frozen=True, slots=True, repr=False)
class Explained:
    """An error text of AWS or Okta, and its likely causes."""

    text: str
    causes: "tuple[LikelyCause, ...]"


@dataclass(frozen=True, slots=True, repr=False)
class Useless:
    """Evidence that cannot be used, and why."""

    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class Unreadable:
    """A file that cannot be read or that holds something else: the attribute of the question, and why."""

    which: str
    reason: str


Answer = Compared | Explained | Useless | Unreadable

LONGEST_ERROR = 100_000
"""Characters of a text that may be an error; whoever pastes a whole log gets what stands at its beginning."""

ERROR_UNKNOWN = N_("{reason}. Nor is it the text of an error of AWS or Okta that is known here.")


def answer(plan: Plan, findings: Sequence[Finding], question: Question) -> Answer:
    """Return what there is to say; `findings` are the plan's own."""
    from wizard.saml.evidence.reading import read_evidence  # noqa: PLC0415 - not before there is evidence

    given = question.evidence
    try:
        data = _held(given, LARGEST_HAR, "evidence") if isinstance(given, Path) else _bytes(given)
        certificates, key = _certificates(question.certificate), _key(question.key)
    except _Refused as refused:
        return Unreadable(refused.which, refused.reason)
    try:
        evidence = read_evidence(data, certificates, key, question.login)
    except Unusable as unusable:
        return _explained(data, findings, unusable.text(_))
    return _compared(plan, findings, evidence, question)


def answered_again(plan: Plan, findings: Sequence[Finding], question: Question, before: Answer) -> Answer:
    """Return the same for a plan that has changed meanwhile; no file is read again."""
    if isinstance(before, Compared):
        return _compared(plan, findings, before.evidence, question)
    if isinstance(before, Explained):
        return Explained(before.text, _causes(before.text, findings))
    return before


def _causes(text: str, findings: Sequence[Finding]) -> "tuple[LikelyCause, ...]":
    from wizard.app.likely_causes import likely_causes  # noqa: PLC0415 - not before there is an error's text

    return likely_causes(text, findings)


def _compared(plan: Plan, findings: Sequence[Finding], evidence: "Evidence", question: Question) -> Answer:
    from wizard.access.verification.comparison import verified  # noqa: PLC0415 - not before there is evidence

    person = None if question.login is None else plan.person(question.login)
    try:
        comparison = verified(plan, evidence, person, question.at)
    except Unusable as unusable:
        return Useless(unusable.text(_))
    error = evidence.event.error if evidence.event is not None else ""
    return Compared(evidence, comparison, _causes(error, findings) if error else ())


def _explained(data: bytes, findings: Sequence[Finding], reason: str) -> Answer:
    text = data[:LONGEST_ERROR].decode("utf-8", "replace")
    likely = _causes(text, findings)
    if likely:
        return Explained(text, likely)
    return Useless(_(ERROR_UNKNOWN).format(reason=reason.rstrip(".")) if _is_prose(text) else reason)


def _is_prose(text: str) -> bool:
    """Tell whether the text reads like a sentence, so that it may have been meant as an error."""
    return text.lstrip()[:1].isalpha() and len(text.split()) > 3


class _Refused(Exception):
    """A file of the question that cannot be used."""

    def __init__(self, which: str, reason: str) -> None:
        super().__init__()
        self.which = which
        self.reason = reason


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _held(path: Path, limit: int, which: str) -> bytes:
    """Return what a file holds, one byte more than `limit` at most; _Refused where it cannot be read."""
    try:
        if path.exists() and not path.is_file():
            raise _Refused(which, _("It is no file"))
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _Refused(which, _("It cannot be read: {reason}").format(reason=reason)) from None


def _certificates(path: Path | None) -> "tuple[Certificate, ...]":
    if path is None:
        return ()
    from wizard.saml.evidence.certificate import (  # noqa: PLC0415 - not before a certificate is given
        LARGEST_CERTIFICATE,
        signing_certificates,
    )

    try:
        return signing_certificates(_held(path, LARGEST_CERTIFICATE, "certificate"))
    except EvidenceError as error:
        raise _Refused("certificate", _sentence(error)) from None


def _key(path: Path | None) -> "RSAPrivateKey | None":
    if path is None:
        return None
    from wizard.saml.evidence.decryption import LARGEST_KEY, decryption_key  # noqa: PLC0415 - not before a key is given

    try:
        return decryption_key(_held(path, LARGEST_KEY, "key"))
    except EvidenceError as error:
        raise _Refused("key", _sentence(error)) from None


def _sentence(error: EvidenceError) -> str:
    text = error.text(_)
    return text[:1].upper() + text[1:]


def expiry(answer: Compared) -> datetime | None:
    """Return when a captured assertion ceases to open the account, None where it does not say."""
    from wizard.access.verification.rules.time_window import instant  # noqa: PLC0415 - not before there is evidence

    ends = (instant(window.text) for window in answer.evidence.windows if window.latest)
    return min((end for end in ends if end is not None), default=None)


def is_credential(answer: Answer) -> bool:
    """Tell whether the evidence could be used to sign in: a captured assertion, not an event and not a preview."""
    from wizard.access.verification.kind import Kind  # noqa: PLC0415 - not before there is evidence

    return isinstance(answer, Compared) and answer.comparison.kind is Kind.CAPTURED and answer.evidence.whole


def moment(text: str) -> datetime | None:
    """Return the time of a text with a time zone, None for an empty one; ValueError where it is none."""
    if not text.strip():
        return None
    found = datetime.fromisoformat(text.strip())
    if found.tzinfo is None:
        raise ValueError(text)
    return found
