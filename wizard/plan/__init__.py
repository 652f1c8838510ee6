"""The plan: what the administrator has decided, as frozen values, and the file that holds it."""
