"""Checking an expression of 1,024 characters, against splitting it into tokens with `re`."""

import re

from measures.result import Result, ratio
from wizard.okta.expression import parsed, problems
from wizard.plan.model import Claims

LENGTH = 1024
TOKEN = re.compile(r"\s*(?:\"[^\"]*\"|[A-Za-z_][\w]*|\d+|[^\s\w])")
PIECE = 'String.toUpperCase(user.team) + ":" + (user.project ?: "none") + '


def expression() -> list[Result]:
    """Return the ratio of parsing and judging to splitting; nothing is remembered between runs."""
    count = 0

    def text() -> str:
        nonlocal count
        count += 1
        ending = f'"{count:06}'
        body = (PIECE * (LENGTH // len(PIECE) + 1))[: LENGTH - 60]
        body = body[: body.rindex(" + ") + 3]
        return body + ending + "x" * (LENGTH - len(body) - len(ending) - 1) + '"'

    def check() -> None:
        problems(parsed(text(), Claims.STATEMENTS))

    found, ours, theirs = ratio(check, lambda: TOKEN.findall(text()), 200)
    return [
        Result(
            "check of an expression of 1,024 characters / re",
            found,
            20,
            "×",
            f"{ours * 1e6:.0f} µs to {theirs * 1e6:.0f} µs",
        )
    ]


MEASURES = (expression,)
