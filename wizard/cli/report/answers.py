"""What `simulate` answers to requests: as JSON, as CSV for a spreadsheet, and for a person."""

from collections.abc import Iterator, Sequence
from typing import Final

from wizard.access.requests import Asked
from wizard.access.role_access import Answer
from wizard.cli.terminal import Terminal
from wizard.language import _
from wizard.quoting.csv_text import csv_text
from wizard.quoting.json_text import pretty
from wizard.quoting.line_text import one_line

Answered = Sequence[tuple[Asked, Answer]]

_STYLES: Final = {"allowed": "strong", "denied": "error", "not-allowed": "warning"}
_COLUMNS: Final = ("id", "decision", "account", "role", "action", "resource", "policy", "statement", "because")


def answers_json(answered: Answered) -> str:
    """Return the answers as the contract fixes them, its sentences in the language that is spoken."""
    return pretty({"decisions": [_decision(asked, answer) for asked, answer in answered]})


def _decision(asked: Asked, answer: Answer) -> dict[str, object]:
    by = None if answer.policy is None else {"policy": answer.policy, "statement": answer.statement}
    return {"id": asked.id, "decision": str(answer.verdict), "by": by, "because": list(answer.because)}


def answers_csv(answered: Answered) -> str:
    """Return a table with one row for each answer."""
    return csv_text([_COLUMNS, *(_row(asked, answer) for asked, answer in answered)])


def _row(asked: Asked, answer: Answer) -> tuple[str, ...]:
    call = asked.call
    decided = (answer.policy or "", answer.statement or "", "; ".join(answer.because))
    return (
        str(asked.id), answer.verdict, asked.account, asked.role.name, call.action.name, call.resource, *decided,
    )  # fmt: skip


def answers_text(answered: Answered, terminal: Terminal) -> str:
    """Return the answers for a person: the verdict, and under it what stands against it; a count at the end."""
    lines = [line for asked, answer in answered for line in _lines(asked, answer, terminal)]
    counts = {verdict: sum(answer.verdict == verdict for _, answer in answered) for verdict in _STYLES}
    summary = _("{allowed} allowed, {denied} denied, {neither} not allowed")
    lines.append(summary.format(allowed=counts["allowed"], denied=counts["denied"], neither=counts["not-allowed"]))
    return "\n".join(lines) + "\n"


def _lines(asked: Asked, answer: Answer, terminal: Terminal) -> Iterator[str]:
    verdict = terminal.styled(f"{answer.verdict:<11}", _STYLES[answer.verdict])
    call = asked.call
    yield f"{verdict}  {one_line(asked.id)}  {call.action.name}  {one_line(call.resource)}"
    if answer.policy is not None:
        by = _("by {policy}, statement {statement}").format(policy=answer.policy, statement=answer.statement)
        yield f"    {one_line(by)}"
    for reason in answer.because:
        yield f"    {one_line(reason)}"
