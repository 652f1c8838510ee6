"""The rules: every judgement of a plan, one a file, found by looking at this package."""
