"""CSV that no spreadsheet runs."""

import csv
import io

import pytest

from wizard.quoting.csv_text import csv_text, harmless


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1"])
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    """What begins like a formula is marked as text."""
    assert harmless(cell) == f"'{cell}"


def test_everything_else_stays_as_it_is() -> None:
    """Quotes, commas and line ends come back from a reader as they were."""
    rows = [["a", 'b"c', "d,e"], ["", "f\ng", "ü=1"]]
    assert list(csv.reader(io.StringIO(csv_text(rows), newline=""))) == rows
