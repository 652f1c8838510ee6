"""A command: what one module of :mod:`wizard.cli.commands` defines as ``COMMAND``.

The module bears the command's name and imports at its top only what its arguments need; the rest comes in `run`,
since the modules of all commands are read for the list of commands.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from wizard.cli.status import Status
from wizard.cli.terminal import Terminal
from wizard.frozen import Frozen


class Command(Frozen):
    """One command.

    Attributes:
        summary: what it does, for the list of commands; English, translated where it is shown.
        description: what else is worth knowing, for its own help.
        examples: what to type, without the program's name, and what that does.
        arguments: adds the command's arguments to its parser.
        run: does it; the returned status is the program's.
    """

    summary: str
    description: str
    examples: tuple[tuple[str, str], ...]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Terminal], Status]
