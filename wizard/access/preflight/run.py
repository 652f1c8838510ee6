"""The run of a plan over a list of people, some at a time."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wizard.access.attributes import attributes_of, tag_attributes
from wizard.access.broken import BrokenLines, OnBroken
from wizard.access.people_columns import Columns, people_columns
from wizard.access.preflight.column import Part, TagColumn
from wizard.access.preflight.grants import Grants
from wizard.access.preflight.logins import login_problems, refused_logins
from wizard.access.preflight.outcome import Outcome
from wizard.access.preflight.problem import Judged, Problem
from wizard.access.preflight.rule import LESS_ACCESS, NO_ACCESS, PACKED_SIZE
from wizard.access.preflight.summary import SizeBand, Summary, TagSummary
from wizard.access.preflight.tally import alike
from wizard.access.stream import Readable
from wizard.aws.packed_size import NOTEWORTHY, RISKY
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.quoting.wording import listed, quoted
from wizard.saml.judgement import Measurement

_MANY: Final = 4_096
_BYTES: Final = 1 << 20
"""How many people, or bytes of the file, are judged together: most values come again among them."""


class _Counting:
    """A stream, and how many bytes have been read of it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.total = 0

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self.total += len(data)
        return data


class _Crowd:
    """People who are judged together: their lines and logins, and the places of logins that AWS refuses."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.logins: list[str] = []
        self.refused: set[int] = set()

    def add(self, batch: Columns) -> None:
        """Take some more."""
        self.refused.update(place + len(self.logins) for place in refused_logins(batch.logins))
        self.lines += batch.lines
        self.logins += batch.logins


class Preflight:
    """One run. It may be stopped after any batch; `summary` then tells of what came before.

    Attributes:
        people: how many have been judged so far.
    """

    def __init__(self, plan: Plan) -> None:
        self._attributes: Final = attributes_of(plan)
        self._reads: Final = tuple(tag_attributes(tag, plan.okta.claims) for tag in plan.tags)
        self._grants: Final = Grants(plan)
        self._columns: Final = tuple(
            TagColumn(
                tag,
                plan.okta.claims,
                self._attributes.names,
                share=len(plan.tags),
                matters=index in self._grants.matched,
            )
            for index, tag in enumerate(plan.tags)
        )
        self.people = self._failing = self._warned = 0
        self._lines: BrokenLines | None = None
        self._bands: Final = [0, 0, 0]
        self._absent: frozenset[str] = frozenset()

    def judged(self, stream: Readable, on_broken: OnBroken, *, everybody: bool = False) -> Iterator[list[Judged]]:
        """Yield those of whom there is something to say, batch by batch, an empty list where it is nobody.

        With `everybody`, all people. UnreadableFile where the file has no form that is known.
        """
        broken = self._lines = BrokenLines(on_broken)
        source = _Counting(stream)
        people = people_columns(source, self._attributes, broken.add)
        self._absent = frozenset(people.absent)
        for column in self._columns:
            column.begin(people)
        crowd, begun = _Crowd(), source.total
        for batch in people.batches:
            crowd.add(batch)
            for column in self._columns:
                column.feed(batch.keys, len(batch.logins))
            if len(crowd.logins) >= _MANY or source.total - begun >= _BYTES:
                broken.tell()
                yield self._judged(crowd, everybody=everybody)
                crowd, begun = _Crowd(), source.total
        broken.tell()
        if crowd.logins:
            yield self._judged(crowd, everybody=everybody)

    def _judged(self, crowd: "_Crowd", *, everybody: bool) -> list[Judged]:
        height = len(crowd.logins)
        parts = tuple(column.judged() for column in self._columns)
        risky = self._risky(parts, height)
        places = crowd.refused | risky
        for part in parts:
            if part.conspicuous:
                places.update(place for place, key in enumerate(part.keys) if key in part.conspicuous)
        shown = range(height) if everybody else sorted(places)
        found = [self._person(crowd, parts, place, risky=place in risky) for place in shown]
        self.people += height
        self._failing += sum(person.fails for person in found)
        self._warned += sum(bool(person.problems) and not person.fails for person in found)
        return found

    def _risky(self, parts: Sequence[Part], height: int) -> set[int]:
        """Put each person into a band of size, and return the places of those in the highest."""
        if sum(part.largest for part in parts) < NOTEWORTHY:
            self._bands[0] += height
            return set()
        columns = [list(map(column.size, part.keys)) for column, part in zip(self._columns, parts, strict=True)]
        sizes = list(map(sum, zip(*columns, strict=True)))
        risky = {place for place, size in enumerate(sizes) if size >= RISKY}
        noteworthy = sum(size >= NOTEWORTHY for size in sizes) - len(risky)
        for band, people in enumerate((height - noteworthy - len(risky), noteworthy, len(risky))):
            self._bands[band] += people
        return risky

    def _person(self, crowd: "_Crowd", parts: Sequence[Part], place: int, *, risky: bool) -> Judged:
        outcomes = [
            part.conspicuous.get(part.keys[place]) or column.outcome(part.keys[place])
            for column, part in zip(self._columns, parts, strict=True)
        ]
        login = crowd.logins[place]
        problems = (
            *login_problems(login),
            *(problem for each in outcomes for problem in each.problems),
            *self._losses(outcomes),
            *(_oversize(outcomes) if risky else ()),
        )
        return Judged(crowd.lines[place], login, tuple(each.sent for each in outcomes), problems)

    def _losses(self, outcomes: Sequence[Outcome]) -> Iterator[Problem]:
        missing = frozenset(index for index in self._grants.matched if outcomes[index].missing)
        if not missing:
            return
        loss = self._grants.loss(missing)
        rule, template = (
            (NO_ACCESS, N_("No value for the optional tag {key}, on which {grants} match; no other grant is left"))
            if loss.everything
            else (LESS_ACCESS, N_("No value for the optional tag {key}; these grants give nothing: {grants}"))
        )
        for index in sorted(missing):
            key = self._columns[index].tag.key
            values = {"key": quoted(key), "grants": listed(loss.grants)}
            yield Problem(rule, key, outcomes[index].sent, Measurement(template, values))

    def summary(self) -> Summary:
        """Return what there is to say of the people so far."""
        tags = tuple(self._tag(column, reads) for column, reads in zip(self._columns, self._reads, strict=True))
        bands = zip((0, NOTEWORTHY, RISKY), (NOTEWORTHY, RISKY, None), self._bands, strict=True)
        broken = 0 if self._lines is None else self._lines.told
        return Summary(self.people, self._failing, self._warned, broken, tags, tuple(SizeBand(*band) for band in bands))

    def _tag(self, column: TagColumn, reads: Iterable[str]) -> TagSummary:
        values = column.tally.values()
        return TagSummary(
            column.tag.key,
            values,
            column.tally.overflown,
            column.without,
            alike(values),
            tuple((column.said[message], people) for message, people in column.faults.most_common()),
            tuple(column.notes.most_common()),
            tuple(name for name in reads if name in self._absent),
            column.tally.longer,
        )


def _oversize(outcomes: Iterable[Outcome]) -> Iterator[Problem]:
    size = sum(each.size for each in outcomes)
    template = N_("About {size} bytes of keys and values, by estimate; sessions of this size are at risk, unverified")
    yield Problem(PACKED_SIZE, None, None, Measurement(template, {"size": size}))
