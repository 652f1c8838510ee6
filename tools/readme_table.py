"""Writes the README's table of what the example's grants give and leave out, after the coverage table has changed."""

from pathlib import Path

from wizard.bundle.grant_table import grant_table
from wizard.cli.inventory import EXAMPLE
from wizard.plan.reader import read_plan
from wizard.resource import resource

README = Path(__file__).parents[1] / "README.md"


def table() -> str:
    """Return the table of the example."""
    return grant_table(read_plan(resource("examples", EXAMPLE)))


def main() -> None:
    """Put the table in place of the one that begins alike."""
    text, new = README.read_text(encoding="utf-8"), table()
    before, head, rest = text.partition(new.partition("\n")[0])
    if not head:
        raise SystemExit("README.md holds no such table")
    behind = rest[rest.index("\n\n") :]
    README.write_text(f"{before}{new}{behind}", encoding="utf-8")


if __name__ == "__main__":
    main()
