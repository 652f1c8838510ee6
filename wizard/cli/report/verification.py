"""What a comparison of evidence with the plan says: for programs as the contract fixes it, and for people."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any, Final

from wizard.access.verification.comparison import Comparison, Row, Verdict
from wizard.access.verification.difference import Difference, Severity
from wizard.access.verification.kind import Kind
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.okta.feature import FEATURES
from wizard.plan.model import FeatureState
from wizard.quoting.json_text import pretty
from wizard.quoting.line_text import one_line
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Evidence, Signature

_LONGEST: Final = 100
_INDENT: Final = "    "

_KINDS: Final = {
    Kind.CAPTURED: N_("a captured sign-in"),
    Kind.PREVIEW: N_("a preview: its values are expressions, as they should be there"),
    Kind.CLOUDTRAIL: N_("a CloudTrail event"),
}
_SIGNATURES: Final = {
    Signature.NONE: N_("not signed"),
    Signature.UNJUDGED: N_("signed; the signature is not judged without --certificate"),
    Signature.VERIFIED: N_("signed by the given certificate; nothing else was looked at"),
}
_STATES: Final = {
    FeatureState.ENABLED: N_("enabled"),
    FeatureState.DISABLED: N_("disabled"),
    FeatureState.UNKNOWN: N_("unknown: this evidence cannot tell"),
}
_WORDS: Final = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
_VERDICTS: Final = {
    Verdict.MATCH: N_("match: what was sent is what the plan means"),
    Verdict.MISMATCH: N_("mismatch: what was sent is not what the plan means"),
}


def comparison_json(evidence: Evidence, comparison: Comparison) -> str:
    """Return the comparison as one JSON document, its sentences in the language that is spoken."""
    return pretty(
        {
            "evidence": {
                "kind": str(comparison.kind),
                "signed": evidence.signature is not Signature.NONE,
                "encrypted": evidence.encrypted,
                "signature": str(evidence.signature),
                "form": str(evidence.form),
                "part": str(evidence.part),
                "person": comparison.login,
                "times": {window.place: window.text for window in evidence.windows},
            },
            "features": {key: str(state) for key, state in comparison.features},
            "differences": [_difference(each) for each in comparison.differences],
            "verdict": str(comparison.verdict),
        }
    )


def unusable_json(reason: Unusable) -> str:
    """Return the JSON document of evidence that cannot be used, its sentences in the language that is spoken."""
    return pretty(
        {
            "evidence": {"kind": None, "signed": False, "encrypted": reason.encrypted},
            "features": {feature.key: str(FeatureState.UNKNOWN) for feature in FEATURES},
            "differences": [],
            "verdict": str(Verdict.UNUSABLE),
            "reason": reason.text(_),
        }
    )


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "rule": difference.rule,
        "severity": str(difference.severity),
        "attribute": difference.attribute,
        "title": _(difference.title),
        "expected": difference.expected,
        "found": difference.found,
        "message": difference.message(_),
        "fix": difference.fix(_),
        "source": difference.source,
    }


def unusable_text(reason: Unusable, terminal: Terminal) -> str:
    """Return one line that says why the evidence cannot be used."""
    return f"{terminal.styled(_('unusable'), 'error')}: {one_line(reason.text(_))}\n"


def comparison_text(evidence: Evidence, comparison: Comparison, terminal: Terminal) -> str:
    """Return what a person wants to know: what it is, each attribute, the differences, the features, the verdict."""
    parts = (
        _about(evidence, comparison),
        _attributes(comparison, terminal),
        _differences(comparison, terminal),
        _features(comparison, terminal),
        [_verdict(comparison, terminal)],
    )
    return "\n".join("".join(f"{line}\n" for line in part) for part in map(list, parts) if part)


def _about(evidence: Evidence, comparison: Comparison) -> Iterator[str]:
    yield _("This is {kind}; {signature}.").format(
        kind=_(_KINDS[comparison.kind]), signature=_(_SIGNATURES[evidence.signature])
    )
    if comparison.login is not None:
        yield _("The values are compared with those of {login}.").format(login=one_line(comparison.login))
    elif comparison.kind is not Kind.PREVIEW:
        yield _("The values are not compared: the plan's people hold nobody of that name; --person names one.")
    for window in evidence.windows:
        yield f"{window.place}: {one_line(_short(window.text))}"


def _attributes(comparison: Comparison, terminal: Terminal) -> Iterator[str]:
    for row in comparison.rows:
        name = one_line(_short(row.name))
        found = _("not sent") if row.found is None else _listed(row.found)
        yield f"{_mark(row, terminal)} {terminal.styled(name, 'strong')}: {found}"
        if row.expected is not None and row.expected != row.found:
            yield _INDENT + _("expected: {values}").format(values=_listed(row.expected) or _("nothing"))


def _mark(row: Row, terminal: Terminal) -> str:
    worst = min((tuple(Severity).index(each.severity) for each in row.differences), default=len(Severity))
    if worst == len(Severity):
        return "="
    severity = tuple(Severity)[worst]
    return terminal.styled({Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}[severity], severity)


def _differences(comparison: Comparison, terminal: Terminal) -> Iterator[str]:
    for each in comparison.differences:
        head = terminal.styled(_(_WORDS[each.severity]), each.severity)
        place = one_line(_short(each.attribute)) or _("the evidence as a whole")
        yield f"{head}  {terminal.styled(place, 'strong')}  {terminal.styled(each.rule, 'quiet')}"
        yield from _wrapped(f"{_(each.title)}: {one_line(each.message(_))}", terminal)
        yield from _wrapped(_("fix: {cure}").format(cure=one_line(each.fix(_))), terminal)
        yield _INDENT + terminal.styled(each.source, "quiet")


def _wrapped(text: str, terminal: Terminal) -> list[str]:
    if terminal.width is None:
        return [_INDENT + text]
    lines = wrap(text, terminal.width - len(_INDENT), break_long_words=False, break_on_hyphens=False)
    return [_INDENT + line for line in lines]


def _features(comparison: Comparison, terminal: Terminal) -> Iterator[str]:
    for key, state in comparison.features:
        yield f"{terminal.styled(key, 'strong')}: {_(_STATES[state])}"


def _verdict(comparison: Comparison, terminal: Terminal) -> str:
    style = "error" if comparison.verdict is Verdict.MISMATCH else "strong"
    return terminal.styled(_(_VERDICTS[comparison.verdict]), style)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f'"{one_line(_short(value))}"' for value in values)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
