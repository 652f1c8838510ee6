"""Findings for code scanners: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html ."""


def findings_sarif(*a: object) -> str:
    return ""
