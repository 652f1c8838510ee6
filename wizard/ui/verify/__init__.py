"""The parts of the view of evidence."""
