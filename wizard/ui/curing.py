"""Applies cures to the session, each as one edit with its words, and says what was done."""

from collections.abc import Callable

from wizard.app.cures import cured
from wizard.app.edit_words import fixed
from wizard.app.session import Session
from wizard.language import _, ngettext
from wizard.rules.finding import Finding

Tell = Callable[[str], None]


def cure(session: Session, finding: Finding | None, tell: Tell) -> None:
    """Apply a finding's own cure; nothing happens where there is none."""
    if finding is not None and finding.fix is not None:
        session.edit(finding.fix.apply(session.plan), fixed(finding.fix))
        tell(_("Done: {fix}").format(fix=finding.fix.text(_)))


def cure_all_safe(session: Session, tell: Tell) -> None:
    """Apply all cures that are safe, as one edit."""
    plan, count = cured(session.plan)
    if not count:
        tell(_("No problem has a fix that is safe to apply unasked"))
        return
    session.seal()
    session.edit(plan, ngettext("apply {count} fix", "apply {count} fixes", count).format(count=count))
    told = ngettext("Applied {count} fix; undo takes it back", "Applied {count} fixes; undo takes them back", count)
    tell(told.format(count=count))


def safe_words() -> str:
    """Return the words of the button that applies all safe cures.

    They promise no number: one cure may bring up what another one cures, or mend two problems at once.
    """
    return _("Fix all &safe ones")
