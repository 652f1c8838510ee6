"""The words of a menu, a button or a label, as they are shown elsewhere."""

import re
from typing import Final

_KEY_BEHIND: Final = re.compile(r"\(&\w\)")
"""How languages without Latin letters mark a key: 保存(&S)."""


def plain_words(text: str) -> str:
    """Return words without the marks of their keys."""
    if "&" not in text:
        return text
    return _KEY_BEHIND.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
