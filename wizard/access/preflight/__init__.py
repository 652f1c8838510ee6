"""Runs a plan over a list of people: who would fail to sign in, or sign in and have no access, and why.

    Preflight(plan).judged(stream) -> batches of Judged        stop at any of them; .summary() tells of those before
    preflight_rules() -> (PreflightRule, ...)                  the reasons, with stable ids PRE101 and up

Memory does not grow with the list: what is remembered of it has an upper bound.
"""
