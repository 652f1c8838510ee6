"""The exported files, one a module, found by looking at this package."""
