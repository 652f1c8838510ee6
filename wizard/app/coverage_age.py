"""Tells when the coverage table is old: services may have changed under the policies that are written from it."""

from typing import TYPE_CHECKING

from wizard.aws.coverage.table import STALE_AFTER_DAYS, coverage
from wizard.language import _

if TYPE_CHECKING:
    from datetime import date

    from wizard.plan.model import Plan


def age_note(today: "date", *plans: "Plan") -> str | None:
    """Return what to tell of the table's age on `today`; None while it is fresh, or where no plan has grants.

    NoTable where the installation lacks the table.
    """
    if not any(plan.access for plan in plans) or not coverage().origin.is_stale(today):
        return None
    text = _(
        "The table of AWS's services is of {day}, older than {days} days. Actions and tags that AWS has added or "
        "changed since are not known here; take a newer version of this program."
    )
    return text.format(day=coverage().origin.day, days=STALE_AFTER_DAYS)
