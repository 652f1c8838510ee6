"""The likely causes of a sign-in error, those first that the rules see in the plan."""

from collections.abc import Iterable
from typing import NamedTuple

from wizard.rules.finding import Finding
from wizard.rules.sign_in_errors import Cause, causes


class LikelyCause(NamedTuple):
    """A cause, and the plan's own findings that are a case of it."""

    cause: Cause
    findings: tuple[Finding, ...]


def likely_causes(text: str, findings: Iterable[Finding]) -> tuple[LikelyCause, ...]:
    """Return the causes of the errors in a text, none where none is known.

    The errors keep their order; of each, the causes come first that `findings` are a case of.
    """
    found = tuple(findings)
    likely = [LikelyCause(cause, _cases(cause, found)) for cause in causes(text)]
    errors = list(dict.fromkeys(each.cause.error for each in likely))
    return tuple(sorted(likely, key=lambda each: (errors.index(each.cause.error), not each.findings)))


def _cases(cause: Cause, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.rule in cause.rules)
