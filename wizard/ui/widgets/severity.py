"""How much a finding weighs, as an icon and a word."""

from PySide6.QtGui import QIcon

from wizard.language import _
from wizard.rules.finding import Finding, Severity
from wizard.ui.icon import icon


def severity_word(severity: Severity) -> str:
    """Return the severity in a word."""
    return {
        Severity.ERROR: _("Error"),
        Severity.WARNING: _("Warning"),
        Severity.INFO: _("Note"),
    }[severity]


def severity_icon(severity: Severity) -> QIcon:
    """Return the severity's icon, in its colour."""
    return icon(severity.value)


def weightiest(findings: tuple[Finding, ...]) -> Severity | None:
    """Return the greatest severity among the findings, None without any."""
    if not findings:
        return None
    found = {finding.severity for finding in findings}
    return next((severity for severity in Severity if severity in found), None)


def headline(finding: Finding) -> str:
    """Return what is wrong, without the measurement."""
    return _("{severity}: {title}").format(severity=severity_word(finding.severity), title=_(finding.title))


def spoken(finding: Finding) -> str:
    """Return the whole finding in one sentence, for assistive technology and for a tooltip."""
    return _("{severity}: {title}. {message}").format(
        severity=severity_word(finding.severity), title=_(finding.title), message=finding.text(_)
    )
