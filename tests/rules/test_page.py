"""The committed page of rules."""

import runpy
from pathlib import Path

import pytest

import wizard.rules.page
from wizard.rules.page import rules_page
from wizard.rules.registry import rules

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    """The committed page is what the rules give; ``python -m wizard.rules.page > docs/rules.md`` writes it."""
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_the_page_names_every_rule_once() -> None:
    """Each rule has one heading, whatever its group."""
    headings = [line for line in rules_page().splitlines() if line.startswith("### ")]
    assert sorted(heading.split()[1] for heading in headings) == [rule.id for rule in rules()]


def test_the_module_writes_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    """Run as a program, the module prints the page and nothing else."""
    runpy.run_path(str(wizard.rules.page.__file__), run_name="__main__")
    assert capsys.readouterr().out == rules_page()
