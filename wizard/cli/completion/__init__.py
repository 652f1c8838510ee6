"""Completion in shells: what can be typed, taken from the parsers, and written for one shell a module."""
