"""What the program promises, measured; one subject a module."""
