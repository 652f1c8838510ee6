"""What `preflight` finds, for a person: the outcome first, then the reasons with the people, then the tags' values."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Self

from wizard.access.broken import Broken
from wizard.access.preflight.problem import Judged, Problem
from wizard.access.preflight.rule import PreflightRule
from wizard.access.preflight.summary import Summary, TagSummary
from wizard.access.preflight.tally import MOST, Counted
from wizard.cli.terminal import Terminal
from wizard.language import _, ngettext
from wizard.quoting.line_text import one_line
from wizard.quoting.wording import quoted, seen

SHOWN: Final = 20
"""People of one reason, and broken lines, that are named; the others are counted."""

_VALUES: Final = 10
_GROUPS: Final = 10
_LOGIN: Final = 40


def broken_line(broken: Broken) -> str:
    """Return a broken line of the file on one line of text."""
    return _("line {line}: {message}").format(line=broken.line, message=one_line(broken.message))


def summary_line(summary: Summary, *, stopped: bool) -> str:
    """Return the outcome on one line."""
    if not summary.people and not summary.broken:
        text = _("Nobody is in the list.")
    elif not summary.failing:
        text = ngettext(
            "{people:,} person; nobody would fail.", "{people:,} people; nobody would fail.", summary.people
        )
        text = text.format(people=summary.people)
    else:
        text = ngettext(
            "{people:,} person; {failing:,} would fail, {ok:,} would not.",
            "{people:,} people; {failing:,} would fail, {ok:,} would not.",
            summary.people,
        )
        text = text.format(people=summary.people, failing=summary.failing, ok=summary.ok)
    if summary.warned:
        text += " " + _("With warnings: {warned:,}.").format(warned=summary.warned)
    if summary.broken:
        text += " " + _("Lines that could not be read: {broken:,}.").format(broken=summary.broken)
    if stopped:
        text = _("Stopped before the end of the list.") + " " + text
    return text


class _Group(NamedTuple):
    """The people of one reason: how many, and the first of them with what was said."""

    rule: PreflightRule
    tag: str | None
    first: list[tuple[str, str]]


class TextReport:
    """Keeps the first people of each reason, and counts the others."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal: Final = terminal
        self._groups: Final[dict[tuple[str, str | None], _Group]] = {}
        self._counts: Final[dict[tuple[str, str | None], int]] = {}
        self._broken: Final[list[Broken]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        pass

    def people(self, found: Iterable[Judged]) -> None:
        """Take people."""
        for person in found:
            for problem in person.problems:
                self._take(person.login, problem)

    def _take(self, login: str, problem: Problem) -> None:
        place = (problem.rule.id, problem.tag)
        self._counts[place] = self._counts.get(place, 0) + 1
        group = self._groups.setdefault(place, _Group(problem.rule, problem.tag, []))
        if len(group.first) < SHOWN:
            group.first.append((login, problem.text(_)))

    def broken(self, broken: Broken) -> None:
        """Take a broken line."""
        if len(self._broken) < SHOWN:
            self._broken.append(broken)

    def end(self, summary: Summary, *, stopped: bool) -> None:
        """Write everything."""
        style = "error" if summary.failing or summary.broken else "strong"
        self._terminal.result(self._terminal.styled(summary_line(summary, stopped=stopped), style) + "\n")
        parts = [*self._reasons(), *self._broken_lines(summary), *self._values(summary)]
        for part in parts:
            self._terminal.result("\n" + "".join(f"{line}\n" for line in part))

    def _reasons(self) -> Iterator[list[str]]:
        weight = {"error": 0, "warning": 1}
        ranked = sorted(self._groups.items(), key=lambda item: (weight[item[1].rule.severity], -self._counts[item[0]]))
        for place, group in ranked:
            yield list(self._reason(group, self._counts[place]))

    def _reason(self, group: _Group, people: int) -> Iterator[str]:
        styled = self._terminal.styled
        about = "" if group.tag is None else f" ({seen(group.tag)})"
        title = styled(_(group.rule.title) + about, "strong")
        yield f"{styled(group.rule.id, group.rule.severity)}  {people:,}  {title}"
        width = min(max(len(_shown_login(login)) for login, _text in group.first), _LOGIN)
        for login, text in group.first:
            yield f"    {_shown_login(login):<{width}}  {one_line(text)}"
        if people > len(group.first):
            more = _("and {more:,} more; --format csv names them all").format(more=people - len(group.first))
            yield "    " + styled(more, "quiet")

    def _broken_lines(self, summary: Summary) -> Iterator[list[str]]:
        if not self._broken:
            return
        lines = [self._terminal.styled(_("Lines that could not be read"), "strong")]
        lines += [f"    {broken_line(broken)}" for broken in self._broken]
        if summary.broken > len(self._broken):
            more = _("and {more:,} more; --format csv names them all")
            lines.append("    " + more.format(more=summary.broken - len(self._broken)))
        yield lines

    def _values(self, summary: Summary) -> Iterator[list[str]]:
        if summary.people:
            for tag in summary.tags:
                yield [self._terminal.styled(_tag_head(tag), "strong"), *(f"    {line}" for line in _tag_lines(tag))]
            sizes = ", ".join(
                (
                    _("from {least} bytes: {people:,}") if band.below is None else _("below {below} bytes: {people:,}")
                ).format(least=band.least, below=band.below, people=band.people)
                for band in summary.sizes
                if band.people
            )
            yield [_("Keys and values of a session, by estimate: {sizes}").format(sizes=sizes)]


def _shown_login(login: str) -> str:
    return seen(login, _LOGIN)


def _tag_head(tag: TagSummary) -> str:
    key = seen(tag.key)
    if tag.overflown:
        return _("{key}: more than {most:,} distinct values").format(key=key, most=MOST)
    text = _("{key}: distinct values: {count:,}").format(key=key, count=len(tag.values))
    return text if not tag.without else text + "; " + _("without: {people:,}").format(people=tag.without)


def _tag_lines(tag: TagSummary) -> Iterator[str]:
    if tag.absent:
        yield _("the file has no column {names}").format(names=", ".join(map(one_line, tag.absent)))
    for fault, people in tag.faults:
        told = _("not known here ({people:,}): {message}")
        yield one_line(told.format(people=people, message=fault.text(_)))
    yield from _counted(tag.values[:_VALUES])
    if len(tag.values) > _VALUES:
        yield _("and {more:,} more").format(more=len(tag.values) - _VALUES)
    for group in tag.alike[:_GROUPS]:
        told = ", ".join(f"{quoted(each.value)} ({each.people:,})" for each in group[:_VALUES])
        yield _("differ only in case, white space or accents: {values}").format(values=told)
    if len(tag.alike) > _GROUPS:
        yield _("and {more:,} more groups of such").format(more=len(tag.alike) - _GROUPS)
    for message, people in tag.notes:
        yield one_line(f"{_(message)} ({people:,})")


def _counted(values: tuple[Counted, ...]) -> Iterator[str]:
    shown = [(quoted(each.value), f"{each.people:,}") for each in values]
    width = max((len(value) for value, _people in shown), default=0)
    digits = max((len(people) for _value, people in shown), default=0)
    for value, people in shown:
        yield f"{value:<{width}}  {people:>{digits}}"
