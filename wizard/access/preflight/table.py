"""What the preflight says of people as a table for a spreadsheet: one row for each person."""

from collections.abc import Iterable, Iterator

from wizard.access.preflight.problem import Judged
from wizard.language import N_, Words
from wizard.plan.model import Plan
from wizard.quoting.csv_text import csv_text

_FAILS, _WARNING, _OK = N_("fails"), N_("warning"), N_("ok")


def people_csv_head(plan: Plan) -> str:
    """Return the line of headings, the same in every language: a column for each tag among them."""
    return csv_text([("line", "login", "result", *(tag.key for tag in plan.tags), "rules", "problems")])


def people_csv(people: Iterable[Judged], words: Words = str) -> str:
    """Return a line for each person, translated by `words`."""
    return csv_text(_row(person, words) for person in people)


def _row(person: Judged, words: Words) -> Iterator[str]:
    yield str(person.line)
    yield person.login
    yield words(_FAILS) if person.fails else words(_WARNING) if person.problems else words(_OK)
    yield from (value or "" for value in person.tags)
    yield " ".join(dict.fromkeys(problem.rule.id for problem in person.problems))
    yield "; ".join(problem.text(words) for problem in person.problems)
