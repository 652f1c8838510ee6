"""The words of an answer: the verdict first, then what the evidence is, and until when it opens the account."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from wizard.access.verification.comparison import Comparison, Verdict
from wizard.access.verification.difference import Severity
from wizard.access.verification.kind import Kind
from wizard.app.verification import Answer, Compared, Explained, Useless
from wizard.language import N_, _, listed, ngettext
from wizard.quoting.wording import quoted, seen
from wizard.saml.evidence.evidence import Evidence, Part, Signature

_KINDS: Final = {
    Kind.CAPTURED: N_("A captured sign-in"),
    Kind.PREVIEW: N_("A preview, with expressions for values as it should be"),
    Kind.CLOUDTRAIL: N_("A CloudTrail event"),
}
_PARTS: Final = {
    Part.STATEMENT: N_("An attribute statement"),
    Part.ATTRIBUTES: N_("A part of an attribute statement"),
}
_SIGNATURES: Final = {
    Signature.NONE: N_("not signed"),
    Signature.UNJUDGED: N_("signed, which is not judged without the certificate"),
    Signature.VERIFIED: N_("signed by the given certificate, and nothing else was looked at"),
}


def headline(answer: Answer) -> str:
    """Return the verdict in words."""
    if isinstance(answer, Compared):
        if answer.comparison.verdict is Verdict.MATCH:
            return _("It matches: what was sent is what the plan means")
        return _("It differs: what was sent is not what the plan means")
    if isinstance(answer, Explained):
        return _("An error whose likely causes are known")
    return _("It cannot be used") if isinstance(answer, Useless) else _("A file cannot be used")


def verdict_icon(answer: Answer) -> str:
    """Return the name of the verdict's icon."""
    if isinstance(answer, Explained):
        return "info"
    matches = isinstance(answer, Compared) and answer.comparison.verdict is Verdict.MATCH
    return "fine" if matches else "error" if isinstance(answer, Compared) else "warning"


def remarks(answer: Answer) -> str:
    """Return what stands below the verdict: why, what the evidence is, whose values were compared."""
    if isinstance(answer, Compared):
        return " ".join(_about(answer.evidence, answer.comparison))
    if isinstance(answer, Explained):
        error = next(iter(answer.causes)).cause.error
        order = _("The likeliest stand first, before them those that the rules see in this plan.")
        return _("{error}. {order}").format(error=quoted(error, 120), order=order)
    return f"{answer.reason.rstrip('.')}."


def _about(evidence: Evidence, comparison: Comparison) -> Iterator[str]:
    counted = _counted(comparison)
    if counted:
        yield _("{differences}.").format(differences=counted)
    kind = _KINDS[comparison.kind] if comparison.kind is Kind.PREVIEW else _PARTS.get(evidence.part)
    told = [_(kind or _KINDS[comparison.kind])]
    if comparison.kind is Kind.CAPTURED:
        told.append(_(_SIGNATURES[evidence.signature]))
    if evidence.encrypted:
        told.append(_("opened with the key"))
    yield _("{facts}.").format(facts=listed(told))
    if comparison.login is not None:
        yield _("Values are compared with those of {login}.").format(login=seen(comparison.login))
    elif comparison.kind is not Kind.PREVIEW:
        yield _("Values are not compared: nobody among the plan's people has that name; choose a person to compare.")


def _counted(comparison: Comparison) -> str:
    counts = Counter(each.severity for each in comparison.differences)
    words = {
        Severity.ERROR: ngettext("{count} error", "{count} errors", counts[Severity.ERROR]),
        Severity.WARNING: ngettext("{count} warning", "{count} warnings", counts[Severity.WARNING]),
        Severity.INFO: ngettext("{count} note", "{count} notes", counts[Severity.INFO]),
    }
    return listed(words[severity].format(count=counts[severity]) for severity in words if counts[severity])


def lifetime(until: datetime | None, now: datetime) -> str:
    """Return until when a captured assertion opens the account."""
    if until is None:
        return _("It does not say when it expires: take it for a credential.")
    text = f"{until.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
    if now < until:
        return _("Until {time} whoever has it can sign in with it.").format(time=text)
    return _("It expired at {time}; nobody can sign in with it any more.").format(time=text)
