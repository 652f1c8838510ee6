"""The bundle: the exported files, their manifest, and writing them all or not at all."""
