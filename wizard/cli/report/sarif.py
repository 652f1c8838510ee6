"""Findings for code scanners: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html ."""

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote_from_bytes

from wizard import PRODUCT, __version__
from wizard.cli.plan_source import STANDARD_INPUT
from wizard.plan.error import PlanError
from wizard.plan.path import parsed, written
from wizard.plan.position import Positions
from wizard.quoting.json_text import pretty
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import rules
from wizard.rules.rule import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def findings_sarif(plan: str, findings: Sequence[Finding]) -> str:
    """Return the findings of the plan that the command line names, in English whatever the language.

    A plan from standard input has no file to point at; its findings have their place in the plan alone.
    """
    locations = _locations(plan)
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, locations) for finding in findings],
    }
    return pretty({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver() -> dict[str, Any]:
    return {
        "name": PRODUCT,
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules()],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n{rule.source}"},
        "helpUri": rule.source,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, physical: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    result = {
        "ruleId": finding.rule,
        "ruleIndex": [rule.id for rule in rules()].index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.title}: {finding.message}"},
    }
    location = physical(finding.path) | _logical(finding.path)
    return result | ({"locations": [location]} if location else {})


def _logical(path: str) -> dict[str, Any]:
    if not path:
        return {}
    last = parsed(path)[-1:]
    return {"logicalLocations": [{"name": written(last), "fullyQualifiedName": path, "kind": "property"}]}


def _locations(plan: str) -> Callable[[str], dict[str, Any]]:
    """Return the function from a path to its place in the plan's file, which is empty for standard input."""
    if plan == STANDARD_INPUT:
        return lambda _path: {}
    file = {"artifactLocation": {"uri": _uri(Path(plan))}}
    try:
        positions = Positions(_read_again(Path(plan)))
    except (OSError, PlanError):  # changed or removed since it was read
        return lambda _path: {"physicalLocation": file}

    def location(path: str) -> dict[str, Any]:
        line, column = positions.position(path)
        return {"physicalLocation": file | {"region": {"startLine": line, "startColumn": column}}}

    return location


def _read_again(path: Path) -> bytes:
    """Return a file's bytes; OSError for a pipe, which has given them already and would be waited for."""
    if not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return path.read_bytes()


def _uri(path: Path) -> str:
    """Return the URI by which scanners know a file: relative as it was named, absolute only when named so."""
    return path.as_uri() if path.is_absolute() else quote_from_bytes(os.fsencode(path.as_posix()))
