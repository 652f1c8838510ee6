"""The packed size of session tags: AWS publishes neither the limit nor the formula, so this is an honest estimate.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html (PackedPolicySize), read 2026-11-24.
"""

from typing import Final

NOTEWORTHY: Final = 512
RISKY: Final = 1024
"""Bytes of keys and values from which a session is worth a remark, and at risk. Both are guesses."""

UNKNOWN_VALUE: Final = 24
"""Bytes that a value counts of which no sample is known; a guess too."""


def byte_length(text: str) -> int:
    """Return how many bytes a text has in UTF-8; half of a surrogate pair counts three."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
