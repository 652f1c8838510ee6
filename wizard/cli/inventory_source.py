"""Reads the two files of a matrix that arguments name."""

from wizard.access.broken import UnreadableFile
from wizard.access.matrix import BrokenLine, Inventory, crowds, stocks
from wizard.cli.source import stream
from wizard.cli.status import CommandError
from wizard.plan.model import Plan
from wizard.quoting.line_text import one_line


def held(plan: Plan, people: str, resources: str) -> Inventory:
    """Return the people and the resources of two files; CommandError where one of them cannot be read."""
    broken: list[BrokenLine] = []
    file = people
    try:
        with stream(people) as source:
            everybody = crowds(plan, source, broken)
        file = resources
        with stream(resources) as source:
            everything = stocks(plan, source, broken)
    except UnreadableFile as error:
        raise CommandError(f"{one_line(file)}: {one_line(error)}") from error
    return Inventory(everybody, everything, tuple(broken))
