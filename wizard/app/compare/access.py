"""Who gains and who loses what: two plans over one file of people and one of resources, and each shift in words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from wizard.access.comparison import Shift, Shifts, shifts
from wizard.access.inventory import PEOPLE, RESOURCES, AbsentColumn, BrokenLine, Inventory, crowds, stocks
from wizard.access.stream import Readable
from wizard.app.matrix.answer import tags_words
from wizard.app.people_file import GoOn, NotRead, WatchedFile, opened_people
from wizard.language import _, ngettext
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line
from wizard.quoting.wording import seen

Found = TypeVar("Found")


class ShiftLine(NamedTuple):
    """What one class of people gains, or loses, on one class of resources; `text` is all of it, to be read."""

    gained: bool
    people: str
    resources: str
    role: str
    actions: tuple[str, ...]
    text: str


def access_shifts(old: Plan, new: Plan, people: Path, resources: Path, go_on: GoOn) -> Shifts:
    """Return the shifts between two plans; NotRead where one of the files cannot be read."""
    broken: list[BrokenLine] = []
    absent: list[AbsentColumn] = []
    beat = partial(go_on, None)

    def missed(file: str) -> Callable[[str], None]:
        return lambda name: absent.append(AbsentColumn(file, name))

    plans = (old, new)
    everybody = _read(people, 0.0, go_on, lambda file: crowds(plans, file, broken, beat, missed(PEOPLE)))
    everything = _read(resources, 0.4, go_on, lambda file: stocks(plans, file, broken, beat, missed(RESOURCES)))
    before, after = (Inventory(each, everything, tuple(sorted(broken)), tuple(absent)) for each in everybody)
    return Shifts(before, after, shifts(old, before, new, after, beat))


def _read(path: Path, begun: float, go_on: GoOn, read: Callable[[Readable], Found]) -> Found:
    try:
        with opened_people(path) as file:
            told = partial(_tell, begun, go_on)
            return read(WatchedFile(file, told, lambda: False))
    except NotRead as error:
        raise NotRead(_("{file}: {reason}").format(file=seen(path.name), reason=error)) from error


def _tell(begun: float, go_on: GoOn, part: float | None) -> None:
    go_on(None if part is None else begun + 0.4 * part)


def shift_lines(found: Shifts) -> tuple[ShiftLine, ...]:
    """Return a line for what each class gains and one for what it loses."""
    both = ((each, gained) for each in found.found for gained in (True, False))
    return tuple(_line(found, each, gained=gained) for each, gained in both if (each.gained if gained else each.lost))


def _line(found: Shifts, each: Shift, *, gained: bool) -> ShiftLine:
    crowd, stock = found.after.people[each.person], found.after.resources[each.resource]
    before = found.before.people[each.person].tags
    people = _counted(ngettext("{count} person", "{count} people", crowd.count), crowd.count, tags_words(crowd.tags))
    told = _("{type}, {tags}").format(type=stock.kind.name, tags=tags_words(dict(stock.tags)))
    resources = _counted(ngettext("{count} resource", "{count} resources", stock.count), stock.count, told)
    role = _("{role} in {account}").format(role=one_line(each.role), account=one_line(each.account))
    actions = each.gained if gained else each.lost
    lines = [_("Gained:") if gained else _("Lost:"), *actions, "", people]
    if before != crowd.tags:
        lines.append(_("Before, their tags were: {tags}").format(tags=tags_words(before)))
    lines += [resources, role]
    if not gained:
        lines += ["", _("Why not any more:"), *map(one_line, dict.fromkeys(each.because.values()))]
    return ShiftLine(gained, people, resources, role, actions, "\n".join(lines))


def _counted(template: str, count: int, words: str) -> str:
    return _("{what}: {words}").format(what=template.format(count=f"{count:,}"), words=words)


def shifts_summary(found: Shifts) -> str:
    """Return how many gain and lose something, and what could not be read."""
    gain, lose = found.people(gaining=True), found.people(gaining=False)
    if not found.found:
        words = _("Nobody gains or loses anything.")
    else:
        words = _("People who gain: {gain}. People who lose: {lose}.").format(gain=f"{gain:,}", lose=f"{lose:,}")
    return "\n".join([words, *_remarks(found.after)])


def _remarks(held: Inventory) -> list[str]:
    told = {
        PEOPLE: _("The file of people has no column {name}, which a tag reads; nobody in it has a value there."),
        RESOURCES: _(
            "The file of resources has no column {name}, which a grant matches on; nothing in it has that tag."
        ),
    }
    words = [told[each.file].format(name=one_line(each.name)) for each in held.absent]
    if held.broken:
        count, first = len(held.broken), held.broken[0]
        files = {PEOPLE: _("people"), RESOURCES: _("resources")}
        text = ngettext("{count} line was not read:", "{count} lines were not read, the first:", count)
        where = _("{file}, line {line}: {message}").format(
            file=files.get(first.file, first.file), line=first.line, message=first.message
        )
        words.append(f"{text.format(count=f'{count:,}')} {where}")
    return words
