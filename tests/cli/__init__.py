"""Tests of the command line, from the outside where it matters."""
