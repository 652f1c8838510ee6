"""Opens the desktop app, or says why it cannot be opened and which commands work all the same."""

from importlib import import_module
from pathlib import Path

from wizard.cli.registry import command_names
from wizard.cli.screen import missing_for_a_window
from wizard.cli.status import CommandError
from wizard.language import _
from wizard.quoting.line_text import one_line


def opened(arguments: list[str]) -> int:
    """Open the app with the plan and the theme that the arguments name; return its exit status.

    CommandError where the plan does not exist or the app cannot start.
    """
    if not arguments:
        return _started(None, None)
    from wizard.cli.arguments import app_parser  # noqa: PLC0415 - a start without arguments needs none

    parser = app_parser()
    asked, rest = parser.parse_known_args(arguments)
    if asked.plan is not None and (rest or not asked.plan or not Path(asked.plan).exists()):
        raise CommandError(_no_such_thing(asked.plan))
    if rest:
        parser.error(_("not known here: {arguments}").format(arguments=" ".join(map(one_line, rest))))
    return _started(Path(asked.plan) if asked.plan is not None else None, asked.theme)


def _started(plan: Path | None, theme: str | None) -> int:
    missing = missing_for_a_window()
    if missing is not None:
        raise CommandError(_without_app(missing))
    try:
        boot = import_module("wizard.ui.boot")  # by name: without Qt everything but the app still works
    except ImportError as error:
        missing = _("Qt cannot be loaded ({reason}); install PySide6-Essentials and the libraries that it needs")
        raise CommandError(_without_app(missing.format(reason=one_line(error)))) from error
    return int(boot.run(plan, theme))


def _without_app(missing: str) -> str:
    commands = ", ".join(command_names())
    text = _("the desktop app cannot start: {missing}. These commands need no screen: {commands}")
    return text.format(missing=missing, commands=commands)


def _no_such_thing(name: str) -> str:
    """Say that a word is neither a command nor a file, with the command that it may have been meant for."""
    from wizard.quoting.spelling import nearest  # noqa: PLC0415 - for what was mistyped

    near = nearest(name, command_names())
    if near is not None:
        return _("{name} is no command and no file; did you mean {near}?").format(name=one_line(name), near=near)
    text = _("{name} is no command and no file; the commands are {commands}")
    return text.format(name=one_line(name), commands=", ".join(command_names()))
