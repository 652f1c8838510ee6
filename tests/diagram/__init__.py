"""Tests of the diagram of the flow."""
