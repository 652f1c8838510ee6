"""What a value in a policy means: the opposite of :mod:`wizard.aws.policy_text`."""

import re
from typing import Final

_CHARACTER: Final = re.compile(r"\$\{([$*?])\}")


def meant(value: str) -> str:
    """Return the text that a value without wildcards and variables stands for: ``${$}`` is a dollar."""
    return _CHARACTER.sub(r"\1", value)


def is_pattern(value: str) -> bool:
    """Tell whether a value stands for more than one text: it holds a wildcard, or a variable."""
    bare = _CHARACTER.sub("", value)
    return "*" in bare or "?" in bare or "${" in bare
