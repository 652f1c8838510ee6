"""The tables of an outcome: who would fail, the values of each tag, the lines that could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from wizard.app.people_list import Failing, Outcome, filtered
from wizard.language import _
from wizard.ui.people.filters import Filters
from wizard.ui.people.lines import (
    BROKEN_HEADINGS,
    BROKEN_WIDTHS,
    NUMBERS,
    PEOPLE_HEADINGS,
    PEOPLE_WIDTHS,
    VALUE_HEADINGS,
    VALUE_WIDTHS,
    broken_rows,
    matching,
    person_row,
    person_text,
    value_rows,
)
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.reading_pane import ReadingPane
from wizard.ui.widgets.row_table import Row, RowTable
from wizard.ui.widgets.split import with_details
from wizard.ui.widgets.tab_bar import QuietTabBar

PEOPLE, VALUES, BROKEN = range(3)


class Tables(QWidget):
    """One table, with three kinds of content."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._people: tuple[Failing, ...] = ()
        self._values: tuple[Row, ...] = ()
        self._broken: tuple[Row, ...] = ()
        self.kinds = QuietTabBar(self)
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        for _kind in (PEOPLE, VALUES, BROKEN):
            self.kinds.addTab("")
        self.filters = Filters(self)
        self.table = RowTable(_("People"), self)
        self.details = ReadingPane(_("Details of the person"), _("Choose a person to read every reason."))
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("kind", "quiet")
        self.note.setWordWrap(True)
        self._lay_out()
        self.kinds.currentChanged.connect(lambda _kind: self._show_kind())
        self.filters.changed.connect(self._show_rows)
        self.table.row_shown.connect(self._show_row)

    def _lay_out(self) -> None:
        split = with_details(self.table, self.details)
        column = column_in(self)
        column.addWidget(self.kinds)
        column.addWidget(self.filters)
        column.addWidget(split, 1)
        column.addWidget(self.note)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show an outcome; for None, let go of the one before."""
        self._outcome = outcome
        self._values = value_rows(outcome) if outcome else ()
        self._broken = broken_rows(outcome.broken) if outcome else ()
        self.filters.show_reasons(outcome.reasons if outcome else ())
        counts = (
            outcome.told if outcome else 0,
            len(self._values),
            outcome.summary.broken if outcome else 0,
        )
        words = (_("People ({count})"), _("Values ({count})"), _("Lines not read ({count})"))
        for kind, (text, count) in enumerate(zip(words, counts, strict=True)):
            self.kinds.setTabText(kind, text.format(count=f"{count:,}"))
        self.kinds.setTabVisible(BROKEN, bool(counts[BROKEN]))
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kinds.currentIndex()
        self.filters.show_for(people=kind == PEOPLE)
        self.details.setVisible(kind == PEOPLE)
        self.table.setAccessibleName((_("People"), _("Values"), _("Lines not read"))[kind])
        self._show_rows()

    def _show_rows(self) -> None:
        kind, text = self.kinds.currentIndex(), self.filters.text.text()
        if kind == PEOPLE:
            people = self._outcome.people if self._outcome else ()
            self._people = filtered(people, text, self.filters.chosen)
            rows: Sequence[Row] = _PeopleRows(self._people)
            self.table.show_rows(tuple(map(_, PEOPLE_HEADINGS)), rows, PEOPLE_WIDTHS, NUMBERS)
        elif kind == VALUES:
            self.table.show_rows(tuple(map(_, VALUE_HEADINGS)), matching(self._values, text), VALUE_WIDTHS, NUMBERS)
        else:
            self.table.show_rows(tuple(map(_, BROKEN_HEADINGS)), matching(self._broken, text), BROKEN_WIDTHS)
        self._say_left_out(kind)

    def _say_left_out(self, kind: int) -> None:
        """Say how many people, or lines, the table has not been given; or that the filter leaves none."""
        outcome, words = self._outcome, ""
        if outcome is not None and not self.table.known.rows and self.filters.filtering:
            words = _("Nothing here matches the filter.")
        elif outcome is not None and kind == PEOPLE and outcome.told > len(outcome.people):
            template = _("Of each reason the first people are listed, {listed} in all; Save as CSV writes all {count}.")
            words = template.format(listed=f"{len(outcome.people):,}", count=f"{outcome.told:,}")
        elif outcome is not None and kind == BROKEN and outcome.summary.broken > len(outcome.broken):
            template = _("The first {listed} of {count} lines are listed.")
            words = template.format(listed=f"{len(outcome.broken):,}", count=f"{outcome.summary.broken:,}")
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _show_row(self, row: int) -> None:
        there = self.kinds.currentIndex() == PEOPLE and 0 <= row < len(self._people)
        self.details.say(person_text(self._people[row]) if there else "")


class _PeopleRows(Sequence[Row]):
    """The rows of people, each worded when it is looked at."""

    def __init__(self, people: Sequence[Failing]) -> None:
        self._people = people

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, place: int) -> Row:  # type: ignore[override] # no slice is ever asked for
        return person_row(self._people[place])
