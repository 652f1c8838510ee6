"""Tests of the widgets that the pages are made of."""
