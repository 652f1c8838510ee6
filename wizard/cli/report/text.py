"""Findings for a person: one line says which, where and what; the cure and the source stand under it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from wizard.language import N_, _
from wizard.quoting.line_text import one_line
from wizard.rules.finding import Finding, Severity

_WIDEST_PATH: Final = 40
_WORDS: Final = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
_COUNTS: Final = {
    Severity.ERROR: N_("errors: {count}"),
    Severity.WARNING: N_("warnings: {count}"),
    Severity.INFO: N_("information: {count}"),
}


def counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the heaviest first."""
    severities = [finding.severity for finding in findings]
    return {severity: severities.count(severity) for severity in Severity}


def findings_text(findings: Sequence[Finding], styled: Callable[[str, str], str]) -> str:
    """Return the findings in their order, in columns; `styled` gives a text one of the terminal's styles."""
    width = min(_WIDEST_PATH, max((len(_path(finding)) for finding in findings), default=0))
    severity_width = max(len(_(word)) for word in _WORDS.values())
    return "".join(f"{_entry(finding, severity_width, width, styled)}\n" for finding in findings)


def _entry(finding: Finding, severity_width: int, width: int, styled: Callable[[str, str], str]) -> str:
    severity = styled(_(_WORDS[finding.severity]).ljust(severity_width), finding.severity)
    title = f"{styled(_(finding.title), 'strong')}: {one_line(finding.text(_))}"
    indent = " " * (severity_width + 2)
    lines = [f"{severity}  {_path(finding).ljust(width)}  {title}  {styled(f'[{finding.rule}]', 'quiet')}"]
    if finding.fix is not None:
        lines.append(indent + _("fix: {label}").format(label=one_line(finding.fix.text(_))))
    lines.append(indent + styled(finding.source, "quiet"))
    return "\n".join(lines)


def _path(finding: Finding) -> str:
    return one_line(finding.path) or _("(plan)")


def summary_text(findings: Sequence[Finding], styled: Callable[[str, str], str]) -> str:
    """Return one line that counts the findings and says what follows from them."""
    counts = counted(findings)
    if not findings:
        return _("Nothing found; the bundle can be exported.") + "\n"
    follows = (
        _("No bundle is exported while there are errors.")
        if counts[Severity.ERROR]
        else _("The bundle can be exported.")
    )
    parts = [styled(_(_COUNTS[severity]).format(count=count), severity) for severity, count in counts.items() if count]
    return f"{', '.join(parts)}. {follows}\n"
