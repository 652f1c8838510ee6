"""Writes texts of a plan in Markdown (CommonMark with GitHub's tables) so that they stay text, never markup or HTML.

https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/, read 2026-11-24.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from wizard.quoting.unseen import UNSEEN, code_point

_CONTROL: Final = re.compile(f"[\x00-\x1f\ud800-\udfff]|{UNSEEN}")
_CONTROL_IN_BLOCK: Final = re.compile(f"[\x00-\x08\x0b-\x1f\ud800-\udfff]|{UNSEEN}")
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~#$]")
_BLOCK_START: Final = re.compile(r"(?P<before>|\d{1,9})(?P<mark>[-+=.)])")
_SPACE: Final = re.compile("[ \t\n\r]+")
_BARE_BAR: Final = re.compile(r"(?<!\\)\|")
_BACKTICKS: Final = re.compile("`+")


def _shown(match: re.Match[str]) -> str:
    return f"[{code_point(match[0])}]"


def prose(text: str) -> str:
    """Return the text for a sentence, on one line: each run of white space is one space, no character is markup.

    A character that a reader would not see is named by its code point: ``[U+202E]``.
    """
    line = _CONTROL.sub(_shown, _SPACE.sub(" ", text).strip(" "))
    escaped = _MARKUP.sub(r"\\\g<0>", line)
    return _BLOCK_START.sub(r"\g<before>\\\g<mark>", escaped, count=1) if _BLOCK_START.match(escaped) else escaped


def code(text: str) -> str:
    """Return the text as a code span, on one line; an empty text as a pair of quotes, since no span can be empty.

    The fence of backticks is longer than any run within. What a span cannot show, such as a line end, is named.
    Renderers disagree on a backslash before a bar in a span in a table, so a text with these two is no span.
    """
    if "\\|" in text:
        return prose(text)
    line = _CONTROL.sub(_shown, text) or '""'
    fence = "`" * (_longest_run(line) + 1)
    padded = line.startswith("`") or line.endswith("`") or (line[0] == line[-1] == " " and line.strip(" ") != "")
    pad = " " if padded else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def fenced(text: str, language: str = "") -> str:
    """Return the text as a fenced block without a line end after it; tabs and line ends stay, the unseen is named."""
    body = _CONTROL_IN_BLOCK.sub(_shown, text.replace("\r\n", "\n")).removesuffix("\n")
    fence = "`" * max(3, _longest_run(body) + 1)
    return f"{fence}{language}\n{body}\n{fence}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are Markdown already, such as :func:`prose` and :func:`code` give, on one line each.

    A bar in a cell is escaped where it is not yet, which tables want even within a code span.
    """
    lines = [_row(header), _row(["---"] * len(header)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "".join("| " + _BARE_BAR.sub(r"\|", cell) + " " for cell in cells) + "|"


def _longest_run(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)
