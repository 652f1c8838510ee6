"""The other plan: as it was last saved, as it was last exported, or in a file; and what there is to know of it."""

from enum import StrEnum
from pathlib import Path

from wizard.app.plan_on_disk import refuse_endless
from wizard.app.session import Session
from wizard.bundle.bundled_plan import plan_or_bundled
from wizard.bundle.existing import Existing, existing
from wizard.frozen import Frozen
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.wording import seen


class Side(StrEnum):
    """Where the other plan is."""

    SAVED = "saved"
    EXPORTED = "exported"
    FILE = "file"


class Other(Frozen):
    """The other plan.

    Attributes:
        name: what it is called. remark: what the person has to know of it; mostly nothing.
    """

    plan: Plan
    name: str
    remark: str = ""


def last_export(session: Session, proposed: Path) -> Path | None:
    """Return where the plan was last exported: as remembered, else where an export is proposed if a bundle is there."""
    if session.exported is not None:
        return session.exported
    try:
        there = existing(proposed)
    except (OSError, ValueError):
        return None
    return proposed if there in (Existing.UNCHANGED_BUNDLE, Existing.CHANGED_BUNDLE) else None


def as_saved(session: Session) -> Other | None:
    """Return the plan as it was last read or saved; None where its file holds no plan any more."""
    plan = session.as_saved
    if plan is None:
        return None
    if session.path is None:
        return Other(plan, _("the plan as it was begun"))
    return Other(plan, _("{file} as last saved").format(file=seen(session.path.name)))


def read_other(path: Path) -> Other:
    """Return the plan in a file or a bundle; PlanError where there is none that can be read."""
    refuse_endless(path)
    found = plan_or_bundled(path)
    if found.bundle is None:
        return Other(found.plan, seen(path.name))
    name = _("the bundle {name}").format(name=seen(found.bundle.name))
    changed = _("The bundle {name} was changed by hand after its export; its plan.yaml is compared as it stands.")
    return Other(found.plan, name, changed.format(name=seen(found.bundle.name)) if found.changed else "")
