"""Tests of Okta's expression language."""
