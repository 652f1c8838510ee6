"""Findings for other programs, as the contract fixes them."""

from collections.abc import Sequence

from wizard.cli.report.text import counted
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.json_text import pretty
from wizard.rules.finding import Finding


def findings_json(plan: Plan, findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON document, its sentences in the language that is spoken."""
    return pretty(
        {
            "plan": plan.name,
            "findings": [_finding(finding) for finding in findings],
            "counts": {str(severity): count for severity, count in counted(findings).items()},
        }
    )


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "path": finding.path,
        "title": _(finding.title),
        "message": finding.text(_),
        "source": finding.source,
        "fixable": finding.fix is not None,
    }
