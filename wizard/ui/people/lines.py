"""The rows of the three tables: people, the values of the tags, lines that could not be read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from wizard.access.broken import Broken
from wizard.access.preflight.summary import TagSummary
from wizard.access.preflight.tally import LONGEST, MOST, Counted
from wizard.app.people_list import Failing, Outcome
from wizard.language import N_, _
from wizard.quoting.line_text import one_line
from wizard.quoting.wording import listed, quoted, seen
from wizard.ui.widgets.row_table import Row

PEOPLE_HEADINGS: Final = (N_("Verdict"), N_("Person"), N_("Line"), N_("Why"))
PEOPLE_WIDTHS: Final = (104, 230, 72)
VALUE_HEADINGS: Final = (N_("Tag"), N_("Value"), N_("People"), N_("To be said of it"))
VALUE_WIDTHS: Final = (150, 240, 88)
BROKEN_HEADINGS: Final = (N_("Line"), N_("What is wrong"))
BROKEN_WIDTHS: Final = (104,)
NUMBERS: Final = frozenset({2})
VALUES_SHOWN: Final = 1_000
"""Distinct values of a tag that are shown; the others are counted."""


def person_row(person: Failing) -> Row:
    """Return a person's row."""
    verdict = _("Fails") if person.fails else _("Warning")
    why = "; ".join(told.text for told in person.told)
    return Row((verdict, person.login, f"{person.line:,}", why), "error" if person.fails else "warning")


def person_text(person: Failing) -> str:
    """Return what is to be said of a person in full."""
    return "\n".join(_person_lines(person))


def _person_lines(person: Failing) -> Iterator[str]:
    yield _("{login}, line {line}").format(login=person.login, line=f"{person.line:,}")
    for told in person.told:
        rule = told.reason.rule
        severity = _("Error") if rule.severity == "error" else _("Warning")
        yield ""
        yield _("{severity} {rule}: {title}").format(severity=severity, rule=rule.id, title=told.reason.words())
        yield told.text
        if told.value:
            yield _("Value: {value}").format(value=told.value)
        yield _(rule.explanation)
        yield rule.source


def value_rows(outcome: Outcome) -> tuple[Row, ...]:
    """Return a row for each distinct value of each tag.

    Those that look alike come first, each with the others, and then those in which something is wrong.
    """
    tags = zip(outcome.summary.tags, outcome.faulty, strict=True)
    return tuple(row for tag, faulty in tags for row in _tag_rows(tag, faulty))


def _tag_rows(tag: TagSummary, faulty: Mapping[str, str]) -> Iterator[Row]:
    key = seen(tag.key)
    for name in tag.absent:
        yield _row(key, "–", "", _("The file has no column {name}").format(name=seen(name)), "warning")
    for fault, people in tag.faults:
        about = _("Not known here: {reason}").format(reason=one_line(fault.text(_)))
        yield _row(key, "–", f"{people:,}", about, "warning")
    if tag.overflown:
        about = _("More than {most} distinct values; they are not counted").format(most=f"{MOST:,}")
        yield _row(key, "–", "", about, "info")
    if tag.longer:
        about = _("Error: longer than {most} characters; AWS refuses the sign-in").format(most=LONGEST)
        yield _row(key, "–", f"{tag.longer:,}", about, "error")
    if tag.without:
        yield _row(key, _("no value"), f"{tag.without:,}", "", "info")
    yield from _values(key, tag, faulty)
    for message, people in tag.notes:
        yield _row(key, "–", f"{people:,}", one_line(_(message)), "info")


def _values(key: str, tag: TagSummary, faulty: Mapping[str, str]) -> Iterator[Row]:
    alike = {each: group for group in tag.alike for each in group}
    for each, group in alike.items():
        others = listed(other.value for other in group if other != each)
        about = _("Differs only in case, white space or accents from {values}").format(values=others)
        yield _value(key, each, about, faulty.get(each.value, ""))
    single = sorted((each for each in tag.values if each not in alike), key=lambda each: each.value not in faulty)
    for each in single[:VALUES_SHOWN]:
        yield _value(key, each, "", faulty.get(each.value, ""))
    if len(single) > VALUES_SHOWN:
        yield _row(key, "…", "", _("and {more} more").format(more=f"{len(single) - VALUES_SHOWN:,}"), "info")


def _value(key: str, counted: Counted, alike: str, wrong: str) -> Row:
    error = _("Error: {reason}").format(reason=wrong) if wrong else ""
    about = ". ".join(filter(None, (error, alike)))
    return _row(
        key, quoted(counted.value), f"{counted.people:,}", about, "error" if wrong else "warning" if alike else ""
    )


def _row(key: str, value: str, people: str, about: str, mark: str) -> Row:
    """Return a row whose last cell is said of all of it."""
    return Row((key, value, people, about), mark, about)


def broken_rows(broken: Iterable[Broken]) -> tuple[Row, ...]:
    """Return a row for each line that could not be read."""
    return tuple(Row((f"{each.line:,}", one_line(each.message)), "error") for each in broken)


def matching(rows: Iterable[Row], text: str) -> tuple[Row, ...]:
    """Return the rows in which every word of the text stands."""
    wanted = text.casefold().split()
    if not wanted:
        return tuple(rows)
    return tuple(row for row in rows if all(word in " ".join(row.cells).casefold() for word in wanted))
