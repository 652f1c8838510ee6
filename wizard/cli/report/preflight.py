"""What `preflight` finds: as JSON, as CSV for a spreadsheet, and for a person; written while the list is read."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import Any, Final, Protocol, Self

from wizard.access.broken import Broken
from wizard.access.preflight.problem import Judged, Problem
from wizard.access.preflight.summary import Summary, TagSummary
from wizard.access.preflight.table import people_csv, people_csv_head
from wizard.access.preflight.tally import MOST, Counted
from wizard.cli.report.preflight_text import TextReport, broken_line, summary_line
from wizard.cli.spool import Spool
from wizard.cli.terminal import Terminal
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.json_text import compact

LISTED: Final = 1_000
"""Distinct values of a tag that JSON lists; the others are counted."""

_LONGEST: Final = 1_024


class Report(Protocol):
    """Takes people and broken lines as they come, and ends with the list as a whole."""

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, *ended: object) -> None:
        """Forget what was kept."""
        ...

    def people(self, found: Iterable[Judged]) -> None:
        """Take people."""
        ...

    def broken(self, broken: Broken) -> None:
        """Take a broken line."""
        ...

    def end(self, summary: Summary, *, stopped: bool) -> None:
        """Say what there is to say of the whole."""
        ...


def report(form: str, plan: Plan, terminal: Terminal, *, everybody: bool) -> Report:
    """Return the report in a format of the command."""
    if form == "json":
        return _Json(plan, terminal, everybody=everybody)
    return _Csv(plan, terminal) if form == "csv" else TextReport(terminal)


class _Json:
    """One document as the contract fixes it, its sentences in the language that is spoken."""

    def __init__(self, plan: Plan, terminal: Terminal, *, everybody: bool) -> None:
        self._keys: Final = tuple(tag.key for tag in plan.tags)
        self._terminal: Final = terminal
        self._everybody: Final = everybody
        self._stack: Final = ExitStack()

    def __enter__(self) -> Self:
        self._lists = {name: self._stack.enter_context(Spool()) for name in ("failing", "broken", "warnings", "sound")}
        return self

    def __exit__(self, *ended: object) -> None:
        self._stack.close()

    def people(self, found: Iterable[Judged]) -> None:
        for person in found:
            name = "failing" if person.fails else "warnings" if person.problems else "sound"
            self._lists[name].add(compact(self._person(person)))

    def _person(self, person: Judged) -> dict[str, Any]:
        tags = {key: _cut(value) for key, value in zip(self._keys, person.tags, strict=True)}
        problems = [_problem(problem) for problem in person.problems]
        return {"login": person.login, "line": person.line, "problems": problems, "tags": tags}

    def broken(self, broken: Broken) -> None:
        self._lists["broken"].add(compact({"line": broken.line, "message": broken.message}))

    def end(self, summary: Summary, *, stopped: bool) -> None:
        write = self._terminal.result
        write(f'{{\n  "people": {summary.people},\n  "ok": {summary.ok}')
        for name in ("failing", "broken", "warnings", *(("sound",) if self._everybody else ())):
            write(f',\n  "{name}": ')
            for piece in self._lists[name].pieces():
                write(piece)
        tags = [_tag(tag) for tag in summary.tags]
        sizes = [{"from": band.least, "below": band.below, "people": band.people} for band in summary.sizes]
        for name, value in (("tags", tags), ("packed_size_estimate", sizes), ("complete", not stopped)):
            write(f',\n  "{name}": {compact(value)}')
        write("\n}\n")


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "rule": problem.rule.id,
        "severity": problem.rule.severity,
        "tag": problem.tag,
        "value": _cut(problem.value),
        "message": problem.text(_),
    }


def _cut(value: str | None) -> str | None:
    return value if value is None or len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def _tag(tag: TagSummary) -> dict[str, Any]:
    return {
        "key": tag.key,
        "distinct": None if tag.overflown else len(tag.values),
        "more_than": MOST if tag.overflown else None,
        "without": tag.without,
        "values": _values(tag.values[:LISTED]),
        "alike": [_values(group) for group in tag.alike],
        "unknown": _reasons((fault.text(_), people) for fault, people in tag.faults),
        "undocumented": _reasons((_(note), people) for note, people in tag.notes),
        "absent_attributes": list(tag.absent),
    }


def _values(values: Iterable[Counted]) -> list[Mapping[str, Any]]:
    return [{"value": each.value, "people": each.people} for each in values]


def _reasons(reasons: Iterable[tuple[str, int]]) -> list[Mapping[str, Any]]:
    return [{"message": message, "people": people} for message, people in reasons]


class _Csv:
    """One row for each person: the tags, and what there is to say; what is no row goes to standard error."""

    def __init__(self, plan: Plan, terminal: Terminal) -> None:
        self._terminal: Final = terminal
        self._head: Final = people_csv_head(plan)

    def __enter__(self) -> Self:
        self._terminal.result(self._head)
        return self

    def __exit__(self, *ended: object) -> None:
        pass

    def people(self, found: Iterable[Judged]) -> None:
        text = people_csv(found, _)
        if text:
            self._terminal.result(text)

    def broken(self, broken: Broken) -> None:
        self._terminal.note(broken_line(broken))

    def end(self, summary: Summary, *, stopped: bool) -> None:
        self._terminal.note(summary_line(summary, stopped=stopped))
