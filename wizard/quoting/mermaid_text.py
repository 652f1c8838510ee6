"""Writes texts of a plan into the labels of a Mermaid flowchart so that they stay text, never markup, HTML or a link.

A label stands in double quotes, where ``#`` begins the code of a character: https://mermaid.js.org/syntax/flowchart.html,
part "Entity codes to escape characters", read 2026-11-24. Newer versions read the label as Markdown first, and refuse
lists and links in it, so whatever could begin one is written as its code too.
"""

import re
from collections.abc import Iterable
from typing import Final

from wizard.quoting.unseen import UNSEEN, code_point

_UNSEEN: Final = re.compile(f"[\x00-\x1f\ud800-\udfff]|{UNSEEN}")
_PLAIN: Final = re.compile(r"[^\x00-\x7f]|[A-Za-z0-9 ,()=]|(?<=[A-Za-z0-9])[.:/-](?=[A-Za-z0-9])")
_LINK: Final = re.compile(r"www\.", re.IGNORECASE)
_BREAK: Final = "<br/>"


def label(lines: Iterable[str]) -> str:
    """Return a label of these lines, in its quotes; a line's own line ends and other unseen characters are named."""
    return f'"{_BREAK.join(map(_escaped, lines))}"'


def _escaped(line: str) -> str:
    shown = _UNSEEN.sub(lambda match: f"[{code_point(match[0])}]", line)
    link = _LINK.search(shown) is not None
    plain = {match.start() for match in _PLAIN.finditer(shown)}
    return "".join(
        character if at in plain and not (link and character == ".") else f"#{ord(character)};"
        for at, character in enumerate(shown)
    )
