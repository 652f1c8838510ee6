"""The views beside the steps, one a file, found by looking at this package."""
