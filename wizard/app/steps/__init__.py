"""The steps of the wizard, one a file, found by looking at this package."""
