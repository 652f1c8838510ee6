"""Reads the files that arguments name, beside the plan: whole, or as a stream; ``-`` is standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wizard.cli.pasting import pasted
from wizard.cli.plan_source import STANDARD_INPUT
from wizard.cli.status import CommandError
from wizard.language import _
from wizard.quoting.line_text import one_line


def whole(argument: str, largest: int) -> bytes:
    """Return what a file of at most so many bytes holds; CommandError where it cannot be had."""
    data = pasted(largest) if argument == STANDARD_INPUT else None
    if data is None:
        with stream(argument) as source:
            data = source.read(largest + 1)
    if len(data) > largest:
        text = _("{file}: more than {largest:,} bytes; split it")
        raise CommandError(text.format(file=one_line(argument), largest=largest))
    return data


@contextmanager
def stream(argument: str) -> Iterator[BinaryIO]:
    """Give a file to read bytes from; CommandError where it cannot be read, now or later."""
    try:
        if argument == STANDARD_INPUT:
            yield _standard_input()
        else:
            with Path(argument).open("rb") as source:
                yield source
    except OSError as error:
        text = _("{file}: it cannot be read: {reason}")
        raise CommandError(text.format(file=one_line(argument), reason=error.strerror or error)) from error
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise CommandError(_("{file}: no file can have this name").format(file=one_line(argument))) from error


def _standard_input() -> BinaryIO:
    if sys.stdin is None or sys.stdin.closed:
        raise CommandError(_("standard input is closed; name a file instead of -"))
    return sys.stdin.buffer
