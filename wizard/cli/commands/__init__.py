"""The commands, one a module, found by looking at this package."""
