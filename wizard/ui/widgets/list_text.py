"""Writes a list of texts on one line, as in a table's cell, and reads it back."""

import re
from collections.abc import Iterable
from typing import Final

_ENTRY: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|\Z)')


def listed(texts: Iterable[str]) -> str:
    """Return the texts with commas between them; one that a comma or a quote would break stands in double quotes."""
    return ", ".join(_quoted(text) for text in texts)


def unlisted(line: str) -> tuple[str, ...]:
    """Return the texts that a line names. What stands between two commas with nothing in it is no text."""
    found: list[str] = []
    position = 0
    while position < len(line):
        match = _ENTRY.match(line, position)
        if match is None:
            return (*found, line[position:].strip())
        if match[1] is not None:
            found.append(match[1].replace('""', '"'))
        elif match[2]:
            found.append(match[2])
        position = match.end()
    return tuple(found)


def _quoted(text: str) -> str:
    if text and text == text.strip() and not set(text) & {",", '"'}:
        return text
    return '"' + text.replace('"', '""') + '"'
