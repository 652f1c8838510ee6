"""macOS: an app bundle, signed and notarised where there is somebody to sign it, in a disk image."""
