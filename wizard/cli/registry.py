"""Finds the commands by looking at their package; a command's module is imported when it is wanted, not before."""

from importlib import import_module
from typing import TYPE_CHECKING

import wizard.cli.commands
from wizard.discovery import NothingFound, module_names

if TYPE_CHECKING:
    from wizard.cli.command import Command


def command_names() -> tuple[str, ...]:
    """Return the names of all commands, in order; NothingFound where the installation holds none."""
    names = module_names(wizard.cli.commands)
    if not names:
        raise NothingFound("the package wizard.cli.commands holds no command; the installation is not whole")
    return names


def command(name: str) -> "Command":
    """Return the command of that name, which is one of `command_names`."""
    from wizard.cli.command import Command  # noqa: PLC0415 - the app is no command

    found = import_module(f"wizard.cli.commands.{name}").COMMAND
    if not isinstance(found, Command):
        raise NothingFound(f"wizard.cli.commands.{name}.COMMAND is no command")
    return found
