"""Who of a list would fail to sign in, and why."""
