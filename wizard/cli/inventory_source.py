"""Reads the two files of a matrix that arguments name."""

from collections.abc import Sequence

from wizard.access.broken import UnreadableFile
from wizard.access.inventory import PEOPLE, RESOURCES, AbsentColumn, BrokenLine, Inventory, crowds, stocks
from wizard.cli.source import stream
from wizard.cli.status import CommandError
from wizard.cli.terminal import Terminal
from wizard.language import _
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line


def held(plans: Sequence[Plan], people: str, resources: str) -> tuple[Inventory, ...]:
    """Return, for each plan, the people and the resources of two files; CommandError where one cannot be read.

    What stands at one index under one plan are the same people, and the same resources, under the others.
    """
    broken: list[BrokenLine] = []
    absent: list[AbsentColumn] = []
    file = people
    try:
        with stream(people) as source:
            everybody = crowds(plans, source, broken, on_absent=lambda name: absent.append(AbsentColumn(PEOPLE, name)))
        file = resources
        with stream(resources) as source:
            everything = stocks(
                plans, source, broken, on_absent=lambda name: absent.append(AbsentColumn(RESOURCES, name))
            )
    except UnreadableFile as error:
        raise CommandError(f"{one_line(file)}: {one_line(error)}") from error
    in_order = tuple(sorted(broken))
    return tuple(Inventory(each, everything, in_order, tuple(absent)) for each in everybody)


def tell_absent(terminal: Terminal, inventory: Inventory) -> None:
    """Tell of the columns that the plan needs and a file does not have: everybody there would be without the tag."""
    told = {
        PEOPLE: _("people: the file has no column for what the plan's tags read, so nobody has a value there: {names}"),
        RESOURCES: _("resources: the file has no column for tags that grants match on, so nothing has them: {names}"),
    }
    for file, template in told.items():
        names = ", ".join(one_line(each.name) for each in inventory.absent if each.file == file)
        if names:
            terminal.note(template.format(names=names))
