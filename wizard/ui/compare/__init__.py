"""The parts of the view of two plans."""
