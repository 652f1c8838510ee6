"""Tests of the plan and its file."""
