"""The page about the preflight names every reason."""

from pathlib import Path

from wizard.access.preflight.rule import preflight_rules

PAGE = Path(__file__).parents[3] / "docs" / "preflight.md"


def test_the_page_lists_the_reasons_as_they_are() -> None:
    """Each stands in the table with its id, its weight and its title, in order, and no other does."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| PRE")]
    assert rows == [f"| {rule.id} | {rule.severity} | {rule.title} |" for rule in preflight_rules()]
