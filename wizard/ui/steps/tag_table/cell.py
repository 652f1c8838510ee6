"""Which cell of the table a path of the plan means."""

from collections.abc import Iterable
from functools import lru_cache

from wizard.rules.finding import Finding


@lru_cache(maxsize=1024)
def cell(path: str) -> tuple[int | None, str]:
    """Return the row and the field of a place under ``tags``; the row None where it is no tag.

    The field is empty for the tag as a whole.
    """
    if not path.startswith("tags["):
        return None, ""
    number, _bracket, rest = path[len("tags[") :].partition("]")
    field = rest.lstrip(".").partition(".")[0].partition("[")[0]
    return (int(number), field) if number.isdecimal() else (None, "")


Cells = dict[tuple[int, str], tuple[Finding, ...]]


def by_cell(findings: Iterable[Finding]) -> Cells:
    """Return the findings by the row and the field that they are about; those about no tag are left out."""
    found: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        row, field = cell(finding.path)
        if row is not None:
            found.setdefault((row, field), []).append(finding)
    return {at: tuple(said) for at, said in found.items()}
