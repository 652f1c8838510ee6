"""Tests of the pages of the steps."""
