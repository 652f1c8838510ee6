"""How much evidence is read: far more than a sign-in has, and little enough to read at once."""

from typing import Final

LARGEST_HAR: Final = 50 * 1024 * 1024
"""Bytes of a HAR or of CloudTrail's JSON, which hold much besides a sign-in."""

LARGEST_DOCUMENT: Final = 5 * 1024 * 1024
"""Bytes of anything else, and of the XML in it; AWS takes 100,000 characters of base64."""

MOST_ATTRIBUTES: Final = 1_000
MOST_VALUES: Final = 5_000
MOST_JSON_CONTAINERS: Final = 600_000
MOST_JSON_VALUES: Final = 2_000_000
"""Parts of JSON of more than LARGEST_DOCUMENT; a recorded request has about 200."""
