"""The preflight as the People view shows it: a file judged with progress, and as many of its people as a person reads.

Memory does not grow with the list: of each reason the first people are kept, and all are counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from wizard.access.broken import Broken
from wizard.access.preflight.outcome import value_problems
from wizard.access.preflight.problem import Judged, Problem
from wizard.access.preflight.rule import PreflightRule
from wizard.access.preflight.run import Preflight
from wizard.access.preflight.summary import Summary
from wizard.access.preflight.table import people_csv, people_csv_head
from wizard.access.preflight.tally import Counted
from wizard.app.people_file import GoOn, Stopped, WatchedFile, opened_people
from wizard.language import _
from wizard.plan.atomic import written_atomically
from wizard.plan.model import Plan, Tag
from wizard.quoting.wording import quoted, seen

MOST_OF_REASON: Final = 1_000
"""People of one reason that are kept; of the others it is known how many they are."""
MOST_PEOPLE: Final = 20_000
MOST_BROKEN: Final = 1_000
_LOGIN: Final = 80


class Reason(NamedTuple):
    """Why people fail, or are warned of: the rule, and the tag that it lies in, None for no tag in particular."""

    rule: PreflightRule
    tag: str | None

    def words(self) -> str:
        """Return the fact, with the tag."""
        title = _(self.rule.title)
        return title if self.tag is None else _("{title} ({tag})").format(title=title, tag=seen(self.tag))


class Told(NamedTuple):
    """One problem of a person: its reason, the measurement in words, and the value that was measured, quoted.

    The value is empty where there is none, or where it lies in no tag; of a long one its two ends are kept.
    """

    reason: Reason
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Failing:
    """A person of whom there is something to say.

    Attributes:
        line, login: who it is. fails: whether the person would fail; a warning else. told: what there is to say.
        searched: all of it in one case, which a filter looks through.
    """

    line: int
    login: str
    fails: bool
    told: tuple[Told, ...]
    searched: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a list comes to.

    Attributes:
        summary: the list as a whole. stopped: whether it was left before its end.
        people: those of whom there is something to say, as far as they are kept; those who fail
            first, each in the order of the file.
        reasons: every reason and how many people have it: those that make people fail first, the most frequent first.
        broken: the lines that could not be read, as far as they are kept.
        faulty: for each tag of the summary, the values in which something is wrong, and what.
    """

    summary: Summary
    stopped: bool
    people: tuple[Failing, ...]
    reasons: tuple[tuple[Reason, int], ...]
    broken: tuple[Broken, ...]
    faulty: tuple[Mapping[str, str], ...]

    @property
    def told(self) -> int:
        """How many people there is something to say of, kept or not."""
        return self.summary.failing + self.summary.warned


def filtered(people: Iterable[Failing], text: str, reason: Reason | None) -> tuple[Failing, ...]:
    """Return those who have the reason, any without one, and in whose words every word of the text stands."""
    wanted = text.casefold().split()
    return tuple(
        person
        for person in people
        if (reason is None or any(told.reason == reason for told in person.told))
        and all(word in person.searched for word in wanted)
    )


class PeopleList:
    """A file of people to be judged by a plan. `outcome` and `write` run beside the window's thread.

    Attributes:
        writing: whether it is being written as a table.
    """

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path: Final = path
        self.plan: Final = plan
        self.writing = False
        self._stopped = False
        self._run = Preflight(plan)

    @property
    def people(self) -> int:
        """How many have been judged so far."""
        return self._run.people

    def stop(self) -> None:
        """Leave the list where it is being read; what came before counts."""
        self._stopped = True

    def outcome(self, go_on: GoOn) -> Outcome:
        """Judge everybody; NotRead where the file cannot be read."""
        run = self._run = Preflight(self.plan)
        kept, stopped = _Kept(), False
        with opened_people(self.path) as file:
            stream = WatchedFile(file, go_on, lambda: self._stopped)
            try:
                for people in run.judged(stream, kept.note):
                    kept.take(people)
                    stream.tell()
            except Stopped:
                stopped = True
        kept.people.sort(key=lambda person: not person.fails)
        summary = run.summary()
        faulty = tuple(_faulty(tag, known.values) for tag, known in zip(self.plan.tags, summary.tags, strict=True))
        return Outcome(summary, stopped, tuple(kept.people), kept.reasons(), tuple(kept.broken), faulty)

    def write(self, target: Path, go_on: GoOn) -> int:
        """Write all people of whom there is something to say as CSV, and return how many they are.

        NotRead where the list cannot be read, PlanNotWritten where the table cannot be written; then nothing is.
        """
        self.writing = True
        run = self._run = Preflight(self.plan)
        written = 0
        with written_atomically(target) as table, opened_people(self.path) as file:
            table.write(people_csv_head(self.plan).encode())
            stream = WatchedFile(file, go_on, lambda: False)
            for people in run.judged(stream, lambda _broken: None):
                table.write(people_csv(people, _).encode("utf-8", "backslashreplace"))
                written += len(people)
                stream.tell()
        return written


class _Kept:
    """The first people of each reason, how many have it, and the first broken lines."""

    def __init__(self) -> None:
        self.people: list[Failing] = []
        self.broken: list[Broken] = []
        self._counts: Counter[Reason] = Counter()

    def take(self, people: Iterable[Judged]) -> None:
        """Take people as they come."""
        for person in people:
            reasons = dict.fromkeys(Reason(problem.rule, problem.tag) for problem in person.problems)
            rare = any(self._counts[reason] < MOST_OF_REASON for reason in reasons)
            self._counts.update(reasons.keys())
            if rare and len(self.people) < MOST_PEOPLE:
                self.people.append(_failing(person))

    def note(self, broken: Broken) -> None:
        """Take a line that could not be read."""
        if len(self.broken) < MOST_BROKEN:
            self.broken.append(broken)

    def reasons(self) -> tuple[tuple[Reason, int], ...]:
        """Return every reason with its count, those that make people fail first, the most frequent first."""
        return tuple(sorted(self._counts.items(), key=_rank))


def _faulty(tag: Tag, values: Iterable[Counted]) -> dict[str, str]:
    """Return those of a tag's values in which something is wrong, and what is."""
    found = ((each.value, value_problems(tag, each.value)) for each in values)
    return {value: "; ".join(problem.text(_) for problem in problems) for value, problems in found if problems}


def _rank(counted: tuple[Reason, int]) -> tuple[bool, int, str, str]:
    (rule, tag), people = counted
    return rule.severity != "error", -people, rule.id, tag or ""


def _failing(person: Judged) -> Failing:
    told = tuple(map(_told, person.problems))
    login = seen(person.login, _LOGIN)
    words = (f"{each.reason.rule.id} {each.reason.words()} {each.text} {each.value}" for each in told)
    searched = " ".join([login, *words])
    return Failing(person.line, login, person.fails, told, searched.casefold())


def _told(problem: Problem) -> Told:
    value = "" if problem.tag is None or not problem.value else quoted(problem.value)
    return Told(Reason(problem.rule, problem.tag), problem.text(_), value)
