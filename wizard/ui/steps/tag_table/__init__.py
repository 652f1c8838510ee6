"""The table in which session tags are edited in place."""
