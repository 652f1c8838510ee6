"""CSV for spreadsheets: RFC 4180 in UTF-8, and no cell is taken for a formula.

A cell that begins with one of ``= + - @``, a tab or a carriage return gets an apostrophe in front, which spreadsheets
take for "this is text": https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11-24.
"""

import csv
import io
from collections.abc import Iterable
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as CSV, with the line end that RFC 4180 asks for."""
    text = io.StringIO()
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
