"""Widgets that several places show."""
