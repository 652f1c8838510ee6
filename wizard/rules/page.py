"""Writes the page of all rules, ``docs/rules.md``: ``python -m wizard.rules.page > docs/rules.md``."""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from typing import Final

from wizard.rules.registry import rules
from wizard.rules.rule import Rule

_GROUPS: Final = {
    "TAG": "Session tags",
    "VAL": "Values and expressions",
    "OKTA": "The Okta side",
    "FEAT": "Okta features",
    "AWS": "Accounts, roles and the provider",
    "POL": "Policies",
    "ACC": "Grants",
    "PERS": "Sample people",
}
_INTRODUCTION: Final = """\
# Rules

What `session-tag-wizard check` judges in a plan, and why. An error stops the export; a warning and an information do
not. Where a rule can tell the cure, the app offers it as a button. A rule marked unverified rests on reports, not on a
document of AWS or Okta. `session-tag-wizard explain TAG101` shows one rule.

This page is written by `python -m wizard.rules.page` and tested to be up to date.
"""


def rules_page() -> str:
    """Return the page: every rule by group, with its id, usual severity, title, consequence and source."""
    by_group = {group: tuple(found) for group, found in groupby(rules(), _group)}
    parts = [_section(title, by_group[group]) for group, title in _GROUPS.items()]
    return "\n".join([_INTRODUCTION, *parts])


def _group(rule: Rule) -> str:
    return rule.id.rstrip("0123456789")


def _section(title: str, found: Iterable[Rule]) -> str:
    return "\n".join([f"## {title}", "", *(line for rule in found for line in _entry(rule))])


def _prose(text: str) -> str:
    # Loaded late: whoever looks through the rules imports this module, and only the page needs Markdown.
    prose: str = import_module("wizard.quoting.markdown_text").prose(text)
    return prose


def _entry(rule: Rule) -> Iterator[str]:
    verified = "" if rule.verified else ", unverified"
    yield f"### {rule.id} {_prose(rule.title)}"
    yield ""
    yield f"{rule.severity.value.capitalize()}{verified}. {_prose(rule.explanation)}"
    yield f"[Source](<{rule.source}>)"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(rules_page())
