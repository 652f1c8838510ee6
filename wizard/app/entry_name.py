"""The name by which an entry of one of the plan's lists is known."""

from typing import Any, Final

NAMING: Final = {"tags": "key", "aws.roles": "name", "access": "name", "people": "login"}
"""The lists of entries, and the field that names an entry."""
_FIELDS: Final = tuple(dict.fromkeys(NAMING.values()))


def name_of(entry: Any) -> str:
    """Return the name of an entry, as it is written; nothing where it has none."""
    return next((str(getattr(entry, field)) for field in _FIELDS if getattr(entry, field, "")), "")
