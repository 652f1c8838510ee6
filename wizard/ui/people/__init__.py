"""The parts of the view of a list of people."""
