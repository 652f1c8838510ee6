"""What the view does on its thread: deciding, looking further, writing the table."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wizard.app.matrix.answer import Answer, answer
from wizard.app.matrix.examples import proposed
from wizard.app.matrix.listing import Filter, Listing
from wizard.app.matrix.question import Question
from wizard.plan.atomic import written_atomically
from wizard.ui.job import Course

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wizard.access.matrix import Class

ROWS: Final = 200
"""Rows that are looked for at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What is shown: the answer, its listing and the first rows; the examples that the plan suggests."""

    answer: Answer
    listing: Listing
    rows: "tuple[Class, ...]"
    proposed: tuple[str, ...] | None = None


def decided(question: Question, asked: Filter, course: Course) -> Found:
    """Return the answer to a question; Unusable where a file cannot be read, PolicyError where a policy is none."""
    suggested = proposed(question.plan)
    found = answer(question, course.go_on)
    return _listed(found, asked, course, suggested)


def listed(found: Answer, asked: Filter, course: Course) -> Found:
    """Return the first rows that pass another filter."""
    return _listed(found, asked, course, None)


def _listed(found: Answer, asked: Filter, course: Course, suggested: tuple[str, ...] | None) -> Found:
    listing = Listing(found, asked)
    return Found(found, listing, listing.more(ROWS, course.go_on), suggested)


def copied(found: Answer, rows: "Sequence[Class]", course: Course) -> str:
    """Return rows as CSV."""
    from wizard.access.matrix_csv import matrix_csv  # noqa: PLC0415 - not before the table is copied

    return "".join(matrix_csv(found.held, _explained(found, rows, course)))


def _explained(found: Answer, rows: "Iterable[Class]", course: Course) -> "Iterator[Class]":
    for each in rows:
        course.go_on()
        yield found.matrix.explained(each)


def written(found: Answer, asked: Filter, path: Path, course: Course) -> int:
    """Write all rows that pass the filter as CSV, and return how many; PlanNotWritten where that cannot be done."""
    from wizard.access.matrix_csv import matrix_csv  # noqa: PLC0415 - not before the table is exported

    lines = 0
    with written_atomically(path) as file:
        for part in matrix_csv(found.held, _explained(found, Listing(found, asked).rest(course.go_on), course)):
            file.write(part.encode("utf-8"))
            lines += 1
    return lines - 1
