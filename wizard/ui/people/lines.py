"""The rows of the three tables: people, the values of the tags, lines that could not be read."""

from collections.abc import Iterable, Iterator
from typing import Final

from wizard.access.broken import Broken
from wizard.access.preflight.summary import Summary, TagSummary
from wizard.access.preflight.tally import MOST, Counted
from wizard.app.people_list import Failing
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


def value_rows(summary: Summary) -> tuple[Row, ...]:
    """Return a row for each distinct value of each tag; those that look alike come first, each with the others."""
    return tuple(row for tag in summary.tags for row in _tag_rows(tag))


def _tag_rows(tag: TagSummary) -> Iterator[Row]:
    key = seen(tag.key)
    for name in tag.absent:
        yield Row((key, "–", "", _("The file has no column {name}").format(name=seen(name))), "warning")
    for fault, people in tag.faults:
        about = _("Not known here: {reason}").format(reason=one_line(fault.text(_)))
        yield Row((key, "–", f"{people:,}", about), "warning")
    if tag.overflown:
        about = _("More than {most} distinct values; they are not counted").format(most=f"{MOST:,}")
        yield Row((key, "–", "", about), "info")
    if tag.without:
        yield Row((key, _("no value"), f"{tag.without:,}", ""), "info")
    yield from _values(key, tag)
    for message, people in tag.notes:
        yield Row((key, "–", f"{people:,}", one_line(_(message))), "info")


def _values(key: str, tag: TagSummary) -> Iterator[Row]:
    alike = {each: group for group in tag.alike for each in group}
    for each, group in alike.items():
        others = listed(other.value for other in group if other != each)
        about = _("Differs only in case, white space or accents from {values}").format(values=others)
        yield _value(key, each, about, "warning")
    plain = [each for each in tag.values if each not in alike]
    for each in plain[:VALUES_SHOWN]:
        yield _value(key, each, "", "")
    if len(plain) > VALUES_SHOWN:
        yield Row((key, "…", "", _("and {more} more").format(more=f"{len(plain) - VALUES_SHOWN:,}")), "info")


def _value(key: str, counted: Counted, about: str, mark: str) -> Row:
    return Row((key, quoted(counted.value), f"{counted.people:,}", about), mark)


def broken_rows(broken: Iterable[Broken]) -> tuple[Row, ...]:
    """Return a row for each line that could not be read."""
    return tuple(Row((f"{each.line:,}", one_line(each.message)), "error") for each in broken)


def matching(rows: Iterable[Row], text: str) -> tuple[Row, ...]:
    """Return the rows in which every word of the text stands."""
    wanted = text.casefold().split()
    if not wanted:
        return tuple(rows)
    return tuple(row for row in rows if all(word in " ".join(row.cells).casefold() for word in wanted))
