"""Text without quotation marks in an attribute row of the classic kind, told from an expression."""

import re
from typing import Final

from wizard.okta.expression.node import Member, Name, Node, StaticText
from wizard.okta.expression.roots import ROOTS

MAX_STATIC: Final = 1024
"""The longest value of an attribute row, in characters.
https://help.okta.com/en-us/Content/Topics/Apps/define-attribute-statements.htm"""

_STATIC: Final = r"\w[\w .:/@,-]*"
_ROOT_FIRST: Final = rf"(?<!\w)(?:{'|'.join(sorted(ROOTS))})(?!\w)"


def may_be_static(text: str) -> bool:
    """Tell whether a text looks like one that is sent as it stands: no quotes, no brackets, nothing of a condition."""
    bare = text.strip()
    return re.fullmatch(_STATIC, bare) is not None and re.search(_ROOT_FIRST, bare) is None and len(bare) <= MAX_STATIC


def static_text(text: str) -> StaticText:
    """Return the node of a text that is sent as it stands."""
    return StaticText(len(text) - len(text.lstrip()) + 1, text.strip())


def has_bare_name(node: Node) -> bool:
    """Tell whether a word stands alone in it, which begins no reference."""
    if isinstance(node, Name):
        return True
    if isinstance(node, Member) and isinstance(node.target, Name):
        return False
    return any(has_bare_name(child) for child in node.children())
