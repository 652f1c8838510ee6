"""What is asked: which people against which resources; and reading them from the plan, the examples and the files."""

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from wizard.access.broken import UnreadableFile
from wizard.access.carried import Carried, sending
from wizard.access.pace import paced
from wizard.access.stream import Readable
from wizard.app.matrix.examples import NoExample, example, proposed
from wizard.app.plan_on_disk import is_endless
from wizard.language import _
from wizard.plan.model import Plan

if TYPE_CHECKING:
    from wizard.access.inventory import BrokenLine, Crowd, Stock

GoOn = Callable[[float | None], None]
"""Says which part is done, 0 to 1; it raises to end the work."""

Found = TypeVar("Found")

_PIECE: Final = 1 << 16
"""Bytes that are read at a time: counting them keeps the window waiting, and must not be felt."""

EXAMPLES: Final = "examples"
"""What a broken line names as its file where it is a typed example."""


class Unusable(Exception):
    """A file that cannot be used at all; the message says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(_("{file}: {reason}").format(file=path.name, reason=reason))
        self.path = path


@dataclass(frozen=True, slots=True)
class Question:
    """Who against what.

    Attributes:
        sample: the plan's sample people too. people, resources: files. examples: lines, None for those that the plan
            suggests.
    """

    plan: Plan
    sample: bool = True
    people: Path | None = None
    examples: tuple[str, ...] | None = None
    resources: Path | None = None

    def lines(self) -> tuple[str, ...]:
        """Return the examples' lines."""
        return proposed(self.plan) if self.examples is None else self.examples


@dataclass(frozen=True, slots=True)
class Everybody:
    """The people in classes, the logins of the sample people among them by class, and the broken lines."""

    crowds: "tuple[Crowd, ...]"
    logins: tuple[tuple[str, ...], ...]
    broken: "tuple[BrokenLine, ...]"


def everybody(question: Question, go_on: GoOn) -> Everybody:
    """Return the people; Unusable where their file cannot be read."""
    from wizard.access.inventory import PEOPLE, Crowd, crowds  # noqa: PLC0415 - the view opens without what reads files

    counts: dict[Carried, int] = {}
    logins: dict[Carried, list[str]] = {}
    broken: list[BrokenLine] = []
    beat = partial(go_on, None)
    carries = sending(question.plan)
    for person in question.plan.people if question.sample else ():
        carried = carries(person.attributes())
        counts[carried] = counts.get(carried, 0) + 1
        logins.setdefault(carried, []).append(person.login)
    if question.people is not None:
        absent = _Absent(PEOPLE, broken)
        (found,) = _read(question.people, go_on, lambda source: crowds((question.plan,), source, broken, beat, absent))
        for crowd in paced(found, beat):
            counts[crowd.carried] = counts.get(crowd.carried, 0) + crowd.count
    return Everybody(
        tuple(Crowd(carried, count) for carried, count in counts.items()),
        tuple(tuple(logins.get(carried, ())) for carried in counts),
        tuple(broken),
    )


def everything(question: Question, go_on: GoOn) -> "tuple[tuple[Stock, ...], tuple[BrokenLine, ...]]":
    """Return the resources in classes, and the broken lines; Unusable where their file cannot be read."""
    from wizard.access.inventory import RESOURCES, stocks  # noqa: PLC0415 - the view opens without what reads files

    broken: list[BrokenLine] = []
    beat = partial(go_on, None)
    found = stocks((question.plan,), _as_file(question, broken), broken, beat)
    if question.resources is not None:
        absent = _Absent(RESOURCES, broken)
        found += _read(question.resources, go_on, lambda source: stocks((question.plan,), source, broken, beat, absent))
    return found, tuple(broken)


class _Absent:
    """Notes the columns that a file lacks, as of its first line."""

    def __init__(self, file: str, broken: "list[BrokenLine]") -> None:
        self._file = file
        self._broken = broken

    def __call__(self, name: str) -> None:
        from wizard.access.inventory import BrokenLine  # noqa: PLC0415 - it has been imported by what asks

        told = _("there is no column {name}, so everything here is without it").format(name=name)
        self._broken.append(BrokenLine(self._file, 1, told))


def _as_file(question: Question, broken: "list[BrokenLine]") -> Readable:
    """Return the examples as a file of resources."""
    from wizard.access.inventory import BrokenLine  # noqa: PLC0415 - it has been imported by what asks

    listed: list[dict[str, object]] = []
    for number, line in enumerate(question.lines(), 1):
        try:
            listed.append(example(line, question.plan)._asdict())
        except NoExample as error:
            broken.append(BrokenLine(EXAMPLES, number, str(error)))
    return io.BytesIO(json.dumps(listed).encode())


def _read(path: Path, go_on: GoOn, read: Callable[[Readable], Found]) -> Found:
    if is_endless(path):
        raise Unusable(path, _("it is a pipe or a device, not a file"))
    try:
        with path.open("rb") as source:
            return read(_Watched(source, path.stat().st_size, go_on))
    except UnreadableFile as error:
        raise Unusable(path, str(error)) from error
    except OSError as error:
        raise Unusable(path, _("it cannot be read: {reason}").format(reason=error.strerror or error)) from error


class _Watched:
    """A stream that says how much of it has been read."""

    def __init__(self, source: io.BufferedReader, size: int, go_on: GoOn) -> None:
        self._source = source
        self._size = max(1, size)
        self._read = 0
        self._go_on = go_on

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        data = self._source.read(min(size, _PIECE))
        self._read += len(data)
        self._go_on(min(1.0, self._read / self._size))
        return data


def broken_words(broken: "Iterable[BrokenLine]", people: str, resources: str) -> list[str]:
    """Return the broken lines in words; the two are what the files are called."""
    from wizard.access.inventory import RESOURCES  # noqa: PLC0415 - it has been imported by what found them

    names = {EXAMPLES: _("Examples"), RESOURCES: resources}
    text = _("{file}, line {line}: {message}")
    return [text.format(file=names.get(each.file, people), line=each.line, message=each.message) for each in broken]
