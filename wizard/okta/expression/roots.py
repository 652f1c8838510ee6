"""Where Okta's references begin."""

from typing import Final

ROOTS: Final = frozenset({"user", "appuser", "app", "org", "session", "idpuser", "access", "device", "security"})
"""The words with which Okta's references begin, beside the names of apps."""
