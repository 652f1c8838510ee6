"""EVD134: SessionDuration is not what the plan's roles have."""

import re
from collections.abc import Iterator

from wizard.access.verification.case import Case
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.access.verification.rule import EvidenceRule
from wizard.aws.limits import (
    ASSERTIONS_URL,
    MAX_SESSION_SECONDS_LEAST,
    SESSION_SECONDS_LEAST,
    SESSION_SECONDS_MOST,
)
from wizard.language import N_
from wizard.saml.names import SESSION_DURATION

RULE = EvidenceRule(
    "EVD134",
    Severity.ERROR,
    title="SessionDuration is another one",
    explanation=(
        "AWS takes 900 to 43,200 seconds, and refuses more than the role's MaxSessionDuration: Requested "
        "DurationSeconds exceeds MaxSessionDuration set for this role."
    ),
    source=ASSERTIONS_URL,
)

_NUMBER = re.compile(r"[0-9]{1,9}")
_CURE = N_("Set the session duration, in seconds, in the app's Sign On tab to {meant}")


@RULE.judgement
def judge(case: Case) -> Iterator[Difference]:
    """Yield one difference where the duration is illegal, longer than a role allows, or not the plan's."""
    values = case.evidence.values(SESSION_DURATION)
    durations = [role.session_duration for role in case.plan.aws.roles]
    if case.kind is Kind.PREVIEW or not values:
        return
    meant = min(durations, default=MAX_SESSION_SECONDS_LEAST)
    if len(values) > 1 or not _NUMBER.fullmatch(values[0].strip()):
        yield _difference(N_("One number of seconds is expected"), values, meant)
        return
    seconds = int(values[0])
    most = max(min(durations, default=SESSION_SECONDS_MOST), MAX_SESSION_SECONDS_LEAST)
    if not SESSION_SECONDS_LEAST <= seconds <= SESSION_SECONDS_MOST:
        yield _difference(N_("AWS takes 900 to 43,200 seconds"), values, meant)
    elif seconds > most:
        yield _difference(N_("A role of the plan allows less than that"), values, meant)
    elif durations and seconds != meant:
        yield _difference(N_("The plan's shortest session is another one"), values, meant, Severity.WARNING)


def _difference(message: str, values: tuple[str, ...], meant: int, severity: Severity | None = None) -> Difference:
    return RULE.difference(
        SESSION_DURATION, message, _CURE, expected=(str(meant),), found=values, severity=severity, meant=meant
    )
