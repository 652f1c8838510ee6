"""Session Tag Wizard: from Okta profile attributes to AWS session tags, checked and exported."""

__version__ = "0.1.0"
PRODUCT = "Session Tag Wizard"
DISTRIBUTION = "session-tag-wizard"
