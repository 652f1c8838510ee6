"""Linux: one tree of files for all its packages, a .deb and an .rpm from one description, an archive, an AppDir."""
