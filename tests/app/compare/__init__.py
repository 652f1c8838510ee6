"""Tests of what the view of two plans is made from."""
