"""Tells on standard error when the coverage table is old, for the commands that write or judge policies."""

from wizard.app.coverage_age import age_note
from wizard.cli.terminal import Terminal
from wizard.plan.model import Plan


def tell_age(terminal: Terminal, *plans: Plan) -> None:
    """Tell it, where a plan has grants. It is no finding: what is found in a plan does not depend on the day."""
    note = age_note(terminal.today, *plans)
    if note is not None:
        terminal.note(note)
