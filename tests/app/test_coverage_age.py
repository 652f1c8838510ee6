"""What is told of an old coverage table."""

from datetime import date, timedelta

from wizard.app.coverage_age import age_note
from wizard.aws.coverage.table import STALE_AFTER_DAYS, coverage
from wizard.plan.model import Grant, Plan

DAY = date.fromisoformat(coverage().origin.day)
LAST_FRESH = DAY + timedelta(days=STALE_AFTER_DAYS)
GRANTING = Plan(access=(Grant("own"),))


def test_a_fresh_table_is_not_spoken_of() -> None:
    """Up to 180 days nothing is told."""
    assert age_note(DAY, GRANTING) is None
    assert age_note(LAST_FRESH, GRANTING) is None


def test_an_old_table_names_its_day_and_the_limit() -> None:
    """From the 181st day on the note says how old the table may be and of which day it is."""
    note = age_note(LAST_FRESH + timedelta(days=1), Plan(), GRANTING)
    assert note is not None
    assert coverage().origin.day in note
    assert "older than 180 days" in note


def test_a_plan_without_grants_needs_no_table() -> None:
    """Where nothing is written from the table, its age is nobody's business."""
    assert age_note(LAST_FRESH + timedelta(days=999), Plan(), Plan()) is None
