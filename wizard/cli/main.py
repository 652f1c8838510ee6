"""The command line from the outside: chooses what was asked for, and turns every ending into an exit status."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from wizard import DISTRIBUTION
from wizard.cli.registry import command, command_names
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import _, speak, wanted
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from datetime import date

INTERRUPTED: Final = 130
"""What shells take for the end by Ctrl-C: 128 and the number of the signal."""

DEBUG: Final = "SESSION_TAG_WIZARD_DEBUG"
"""Environment variable that, when set, shows where in the program an unexpected error arose."""


def main(arguments: Sequence[str] | None = None, today: "date | None" = None) -> int:
    """Do what the arguments ask for, those of the process without them; return the exit status.

    `today` is the day that the commands take for today, that of the clock without it.
    """
    terminal = Terminal(os.environ, today)
    try:
        status = _told(sys.argv[1:] if arguments is None else list(arguments), terminal)
        terminal.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except CommandError as error:
        terminal.note(f"{DISTRIBUTION}: {error}")
        return Status.REFUSED
    return status


def _told(arguments: list[str], terminal: Terminal) -> int:
    """Return the exit status, having told the person of whatever went wrong."""
    try:
        speak(*wanted(os.environ))
        return _done(arguments, terminal)
    except SystemExit as ended:  # argparse: 0 after its help, 2 after wrong usage
        return ended.code if isinstance(ended.code, int) else Status.REFUSED
    except CommandError as error:
        terminal.note(f"{DISTRIBUTION}: {error}")
    except Exception as error:  # the last resort: no traceback for a person
        if _tells_itself(error):
            terminal.note(str(error))
        elif os.environ.get(DEBUG):
            raise
        else:
            terminal.note(_failed(error))
    return Status.REFUSED


def _tells_itself(error: Exception) -> bool:
    """Tell whether an error is one of a plan or a bundle, which is told as it stands."""
    from wizard.bundle.error import BundleError  # noqa: PLC0415 - only what uses them needs their modules
    from wizard.plan.error import PlanError  # noqa: PLC0415 - the same

    return isinstance(error, BundleError | PlanError)


def _failed(error: Exception) -> str:
    text = _("the program itself failed ({kind}: {error}); set {variable}=1 to see where, and report it as a defect")
    told = text.format(kind=type(error).__name__, error=one_line(error), variable=DEBUG)
    return f"{DISTRIBUTION}: {told}"


def _done(arguments: list[str], terminal: Terminal) -> int:
    if not arguments or arguments[0] not in command_names():
        from wizard.cli.app import opened  # noqa: PLC0415 - no command needs it, and each must start at once

        return opened(arguments)
    from wizard.cli.arguments import command_parser  # noqa: PLC0415 - the app alone takes no arguments

    name, *rest = arguments
    return command(name).run(command_parser(name).parse_args(rest), terminal)
