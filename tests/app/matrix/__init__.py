"""Tests of who can do what, without a screen."""
