"""Tests of the Okta side."""
