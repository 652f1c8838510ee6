"""The outcome of a list in words."""

from wizard.access.preflight.summary import Summary
from wizard.app.people_list import Outcome
from wizard.language import _, listed, ngettext


def headline(outcome: Outcome) -> str:
    """Return the outcome in one sentence."""
    summary = outcome.summary
    if not summary.people:
        return _("Nobody was judged") if outcome.stopped else _("Nobody is in the list")
    return _template(summary).format(count=f"{summary.failing:,}", people=f"{summary.people:,}")


def _template(summary: Summary) -> str:
    if not summary.failing:
        return ngettext("{people} person; nobody would fail", "{people} people; nobody would fail", summary.people)
    return ngettext("{count} of {people} person would fail", "{count} of {people} people would fail", summary.people)


def verdict_icon(outcome: Outcome) -> str:
    """Return the name of the outcome's icon."""
    summary = outcome.summary
    if summary.failing:
        return "error"
    return "warning" if summary.warned or summary.broken or not summary.people or outcome.stopped else "fine"


def remarks(outcome: Outcome) -> str:
    """Return what else is to be said of the list."""
    return " ".join(_remarks(outcome))


def _remarks(outcome: Outcome) -> list[str]:
    summary, told = outcome.summary, []
    if outcome.stopped:
        told.append(_("Stopped before the end of the list: this is what came before."))
    if summary.warned:
        told.append(_("With warnings alone: {count}.").format(count=f"{summary.warned:,}"))
    if summary.broken:
        told.append(_("Lines that could not be read: {count}.").format(count=f"{summary.broken:,}"))
    alike = sum(len(tag.alike) for tag in summary.tags)
    if alike:
        told.append(_("Values that only look alike: {count}, under Values.").format(count=f"{alike:,}"))
    sizes = _sizes(summary)
    if sizes:
        told.append(_("Keys and values of a session, by estimate: {sizes}.").format(sizes=sizes))
    return told


def _sizes(summary: Summary) -> str:
    """Return how many people are how near to the limit of size; nothing where nobody is."""
    if not any(band.people for band in summary.sizes[1:]):
        return ""
    return listed(
        (_("from {least} bytes: {people}") if band.below is None else _("below {below} bytes: {people}")).format(
            least=band.least, below=band.below, people=f"{band.people:,}"
        )
        for band in summary.sizes
        if band.people
    )
