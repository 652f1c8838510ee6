"""Tests of the wizard without a screen."""
