"""EVD138: the assertion is not valid at the time asked about; without one, its time is stated."""

from collections.abc import Iterator
from datetime import UTC, datetime

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.language import N_
from wizard.saml.evidence.evidence import Window

RULE = EvidenceRule(
    "EVD138",
    Severity.ERROR,
    title="Assertion is not valid at this time",
    explanation=(
        "Okta's assertions are valid for five minutes before and after they are made. AWS refuses one that has "
        "expired: ExpiredTokenException. A clock that is wrong does the same."
    ),
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
)


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield each limit that the time does not keep, and each that is no time at all."""
    if case.kind is Kind.PREVIEW:
        return
    for window in case.evidence.windows:
        limit = instant(window.text)
        if limit is None:
            yield _difference(
                window, N_("It is no time in the form 2026-11-24T10:00:00Z"), N_("Capture the sign-in again")
            )
        elif case.at is not None and not _keeps(case.at, limit, latest=window.latest):
            message = N_("It had expired at {at}") if window.latest else N_("It was not valid yet at {at}")
            cure = N_("Capture a new sign-in, and compare the clocks of Okta and AWS if a new one fails too")
            yield _difference(window, message, cure, at=case.at.astimezone(UTC).isoformat().replace("+00:00", "Z"))


def _difference(window: Window, message: str, cure: str, at: str = "") -> Difference:
    return RULE.difference(window.place, message, cure, found=(window.text,), at=at)


def _keeps(at: datetime, limit: datetime, *, latest: bool) -> bool:
    return at < limit if latest else at >= limit


def instant(text: str) -> datetime | None:
    """Return the time that an xs:dateTime states, UTC where it names no zone as SAML has it; None where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
