"""The desktop app; Qt is imported here alone."""
