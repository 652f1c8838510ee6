"""Compares captured evidence with the plan: what was really sent beside what was meant.

verified(plan, evidence, person=None, at=None) -> Comparison     differences, feature states, verdict, rows
wizard.access.verification.rules: one judgement a file, stable ids EVD101 and up
"""
