"""Writes the session's findings into the problem pane, weightiest first, and applies their cures."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer

from wizard.app.cures import safe_cures
from wizard.app.place import place_words
from wizard.app.session import Session
from wizard.language import _, listed, ngettext
from wizard.rules.finding import Finding, Severity
from wizard.ui.curing import cure, cure_all_safe
from wizard.ui.problem_pane import ProblemPane, ProblemRow
from wizard.ui.widgets.severity import severity_word

AT_ONCE: Final = 200
"""New rows that are written before the window has its next turn."""
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class ProblemPresenter:
    """The findings as rows; the row's number leads back to the finding."""

    def __init__(
        self, session: Session, pane: ProblemPane, asked: Callable[[str], None], told: Callable[[str], None]
    ) -> None:
        self._session = session
        self._pane = pane
        self._asked = asked
        self._told = told
        self._findings: tuple[Finding, ...] = ()
        self._rows: tuple[ProblemRow, ...] = ()
        self._summary = ""
        self._before: dict[tuple[str, str, str], tuple[Finding, ProblemRow]] = {}
        self._written: dict[tuple[str, str, str], tuple[Finding, ProblemRow]] = {}
        self._later = QTimer(pane, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_more)
        pane.asked.connect(self._ask)
        pane.fix_asked.connect(self._fix)
        pane.fix_all_asked.connect(self.fix_all)
        pane.explanation_asked.connect(self._explain)

    def refresh(self) -> None:
        """Write what the session says."""
        found = self._session.told_findings
        self._findings = tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))
        self._rows, self._summary = (), summary(found)
        self._before, self._written = self._written, {}
        self._show_more()
        self._pane.show_safe(len(safe_cures(found)))

    def _show_more(self) -> None:
        """Write so many rows more than there are: thousands at once would hold the window for a tenth of a second."""
        end = max(len(self._rows), self._pane.list.count()) + AT_ONCE
        self._rows += tuple(self._row(finding) for finding in self._findings[len(self._rows) : end])
        self._pane.show_rows(self._rows, self._summary)
        if len(self._rows) < len(self._findings):
            self._later.start()

    def _row(self, finding: Finding) -> ProblemRow:
        """Return the row of a finding: as it was written before, while it says the same."""
        place = place_words(self._session.plan, finding.path)
        named = finding.rule, finding.path, place
        known = self._before.get(named)
        row = known[1] if known is not None and finding.says_what(known[0]) else _row(finding, place)
        self._written[named] = finding, row
        return row

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._findings):
            self._asked(self._findings[row].path)

    def chosen(self) -> Finding | None:
        """Return the finding of the chosen row, None where there is none."""
        row = self._pane.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _explain(self, row: int) -> None:
        from wizard.ui.explanation_dialog import explain  # noqa: PLC0415 - not before it is asked for

        if 0 <= row < len(self._findings):
            explain(self._findings[row], self._pane)

    def _fix(self, row: int) -> None:
        cure(self._session, self._findings[row] if 0 <= row < len(self._findings) else None, self._told)

    def fix_all(self) -> None:
        """Apply all safe cures."""
        cure_all_safe(self._session, self._told)


def _row(finding: Finding, place: str) -> ProblemRow:
    weight, title, message = severity_word(finding.severity), _(finding.title), finding.text(_)
    text = _("{place}: {title}. {message}").format(place=place, title=title, message=message)
    about = _("{weight} {rule}: {title}\n{message}\n{source}").format(
        weight=weight, rule=finding.rule, title=title, message=message, source=finding.source
    )
    fix = finding.fix.text(_) if finding.fix else ""
    return ProblemRow(finding.severity.value, weight, " ".join(text.split()), about, fix)


def summary(found: tuple[Finding, ...]) -> str:
    """Return one line that sums the findings up: "2 errors, 1 warning, 3 notes"."""
    counts = [(severity, sum(1 for finding in found if finding.severity is severity)) for severity in _ORDER]
    return listed(_counted(severity, count) for severity, count in counts if count) or _("No problems")


def _counted(severity: Severity, count: int) -> str:
    words = {
        Severity.ERROR: ngettext("{count} error", "{count} errors", count),
        Severity.WARNING: ngettext("{count} warning", "{count} warnings", count),
        Severity.INFO: ngettext("{count} note", "{count} notes", count),
    }
    return words[severity].format(count=count)
