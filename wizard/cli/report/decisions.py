"""What `simulate` and `evaluate` answer to requests: as JSON, as CSV for a spreadsheet, and for a person."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from wizard.cli.terminal import Terminal
from wizard.language import _
from wizard.quoting.csv_text import csv_text
from wizard.quoting.json_text import compact
from wizard.quoting.line_text import one_line

_STYLES: Final = {"allowed": "strong", "denied": "error", "not-allowed": "warning"}
_COLUMNS: Final = ("id", "decision", "account", "role", "action", "resource", "policy", "statement", "because")


class Told(NamedTuple):
    """A request and what becomes of it.

    Attributes:
        id: what its asker calls it, any value of JSON. account, role: of the plan, empty where none was asked.
        action, resource: of the call. verdict: allowed, denied or not-allowed.
        policy, statement: what decided; None where nothing did. because: the reasons.
    """

    id: Any
    account: str
    role: str
    action: str
    resource: str
    verdict: str
    policy: str | None
    statement: str | None
    because: tuple[str, ...]


def decisions_json(told: Iterable[Told]) -> Iterator[str]:
    """Yield the parts of one JSON document as the contract fixes it; the reasons are in the language that is spoken."""
    yield '{"decisions": ['
    between = "\n"
    for each in told:
        by = None if each.policy is None else {"policy": each.policy, "statement": each.statement}
        yield between + compact({"id": each.id, "decision": each.verdict, "by": by, "because": each.because})
        between = ",\n"
    yield "\n]}\n"


def decisions_csv(told: Iterable[Told]) -> str:
    """Return a table with one row for each decision."""
    return csv_text([_COLUMNS, *map(_row, told)])


def _row(each: Told) -> tuple[str, ...]:
    decided = (each.policy or "", each.statement or "", "; ".join(each.because))
    return (str(each.id), each.verdict, each.account, each.role, each.action, each.resource, *decided)


def decisions_text(told: Sequence[Told], terminal: Terminal) -> Iterator[str]:
    """Yield the decisions for a person: the verdict, and under it the reasons; a count at the end."""
    for each in told:
        yield from (f"{line}\n" for line in _lines(each, terminal))
    counts = {verdict: sum(each.verdict == verdict for each in told) for verdict in _STYLES}
    summary = _("{allowed} allowed, {denied} denied, {neither} not allowed")
    yield summary.format(allowed=counts["allowed"], denied=counts["denied"], neither=counts["not-allowed"]) + "\n"


def _lines(each: Told, terminal: Terminal) -> Iterator[str]:
    verdict = terminal.styled(f"{each.verdict:<11}", _STYLES[each.verdict])
    yield f"{verdict}  {one_line(each.id)}  {one_line(each.action)}  {one_line(each.resource)}"
    for reason in each.because:
        yield f"    {one_line(reason)}"
