"""Session Tag Wizard: from Okta profile attributes to AWS session tags, checked and exported."""

__version__ = "0.1.0"
PRODUCT = "Session Tag Wizard"
DISTRIBUTION = "session-tag-wizard"
APPLICATION = "io.github.session_tag_wizard.SessionTagWizard"
"""What desktops call the program: the name of its desktop entry, its icon and its metadata, and a Flatpak's name."""
