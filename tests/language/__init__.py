"""Tests of the languages that the program speaks."""
