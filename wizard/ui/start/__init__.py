"""What a plan starts from: the chooser, and the import of what exists."""
