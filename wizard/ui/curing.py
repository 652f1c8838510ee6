"""Applies cures to the session, each as one edit with its words, and says what was done."""

from collections.abc import Callable

from wizard.app.cures import cured
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.rules.finding import Finding

Tell = Callable[[str], None]


def cure(session: Session, finding: Finding | None, tell: Tell) -> None:
    """Apply a finding's own cure; nothing happens where there is none."""
    if finding is not None and finding.fix is not None:
        words = finding.fix.text(_)
        session.edit(finding.fix.apply(session.plan), words)
        tell(_("Done: {fix}").format(fix=words))


def cure_all_safe(session: Session, tell: Tell) -> None:
    """Apply all cures that are safe, as one edit."""
    plan, count = cured(session.plan)
    if not count:
        tell(_("No problem has a fix that is safe to apply unasked"))
        return
    session.seal()
    session.edit(plan, ngettext("fix {count} problem", "fix {count} problems", count).format(count=count))
    told = ngettext("Fixed {count} problem; undo takes it back", "Fixed {count} problems; undo takes them back", count)
    tell(told.format(count=count))


def safe_words(count: int) -> str:
    """Return the words of the button that applies so many safe cures."""
    return ngettext("Fix {count} &safe one", "Fix all {count} &safe ones", count).format(count=count)
