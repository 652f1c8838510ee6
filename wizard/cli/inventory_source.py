"""Reads the two files of a matrix that arguments name."""

from collections.abc import Sequence

from wizard.access.broken import UnreadableFile
from wizard.access.inventory import BrokenLine, Inventory, crowds, stocks
from wizard.cli.source import stream
from wizard.cli.status import CommandError
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line


def held(plans: Sequence[Plan], people: str, resources: str) -> tuple[Inventory, ...]:
    """Return, for each plan, the people and the resources of two files; CommandError where one cannot be read.

    What stands at one index under one plan are the same people, and the same resources, under the others.
    """
    broken: list[BrokenLine] = []
    file = people
    try:
        with stream(people) as source:
            everybody = crowds(plans, source, broken)
        file = resources
        with stream(resources) as source:
            everything = stocks(plans, source, broken)
    except UnreadableFile as error:
        raise CommandError(f"{one_line(file)}: {one_line(error)}") from error
    in_order = tuple(sorted(broken))
    return tuple(Inventory(each, everything, in_order) for each in everybody)
