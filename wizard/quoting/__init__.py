"""Quoting, one module per syntax: the only places that know how a text is written in it."""
