"""The parsers of the command line: the program's own, and one for each command."""

import argparse
from argparse import SUPPRESS, Action, ArgumentParser, RawDescriptionHelpFormatter
from typing import Any, Final

from wizard import DISTRIBUTION, PRODUCT, __version__
from wizard.cli.registry import command, command_names
from wizard.cli.terminal import screen_width
from wizard.language import N_, _, ngettext

THEMES: Final = ("light", "dark", "high-contrast")
_EXAMPLES: Final = (
    ("", N_("open the desktop app")),
    ("plan.session-tags.yaml", N_("open the desktop app with a plan")),
    ("new plan.session-tags.yaml", N_("write a commented starting plan")),
    ("check plan.session-tags.yaml", N_("list what is wrong with it")),
    ("preview plan.session-tags.yaml --as aws", N_("print the SAML as AWS receives it")),
    ("export plan.session-tags.yaml --out bundle", N_("write the settings for both sides")),
)

_WORDS_OF_ARGPARSE: Final = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("ignored explicit argument %r"),
    N_("unrecognized arguments: %s"),
    N_("%(prog)s: error: %(message)s\n"),
)
"""What argparse says by itself; it asks gettext's own catalogue, which knows nothing of ours."""


class _Help(RawDescriptionHelpFormatter):
    """Takes the width from the terminal itself: argparse asks shutil, whose import is dear, for every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=screen_width())


class Parser(ArgumentParser):
    """A parser that takes options by their whole names only, and tells what it knows, for completion.

    Attributes:
        known: every argument, in the order in which they were added.
    """

    def __init__(self, **about: Any) -> None:
        vars(argparse).update(_=_, ngettext=ngettext)
        self.known: list[Action] = []
        super().__init__(formatter_class=_Help, allow_abbrev=False, **about)

    def add_argument(self, *names: str, **how: Any) -> Action:
        """Add an argument, as ArgumentParser does."""
        action = super().add_argument(*names, **how)
        self.known.append(action)
        return action

    @staticmethod
    def hidden(action: Action) -> bool:
        """Tell whether an argument is left out of the help."""
        return action.help == SUPPRESS


def app_parser() -> Parser:
    """Return the parser of the desktop app's arguments, which also lists the commands in its help."""
    parser = _AppParser(
        prog=DISTRIBUTION,
        usage=_("{program} [PLAN] [--theme THEME] | COMMAND …").format(program=DISTRIBUTION),
        description=_("From Okta profile attributes to AWS session tags: checked, previewed and exported."),
    )
    parser.add_argument("plan", nargs="?", metavar="PLAN", help=_("plan file to open in the desktop app"))
    parser.add_argument("--theme", choices=THEMES, help=_("how the desktop app looks; like the desktop without it"))
    version = _("show program's version number and exit")
    parser.add_argument("--version", action="version", version=f"{PRODUCT} {__version__}", help=version)
    return parser


class _AppParser(Parser):
    """Adds the list of commands to the help only when it is shown: that takes the modules of all commands."""

    def format_help(self) -> str:
        self.epilog = f"{_commands()}\n\n{examples_text(_EXAMPLES)}\n\n{_closing()}"
        return super().format_help()


def _closing() -> str:
    return _("{program} COMMAND --help tells more of a command.").format(program=DISTRIBUTION)


def _commands() -> str:
    lines = [f"  {name:<12}{_(command(name).summary)}" for name in command_names()]
    return "\n".join([_("commands:"), *lines])


def examples_text(examples: tuple[tuple[str, str], ...], prefix: str = "") -> str:
    """Return examples as they stand in a help text: what to type, and under it what that does."""
    lines = [f"  {' '.join(filter(None, (DISTRIBUTION, prefix, typed)))}\n      {_(does)}" for typed, does in examples]
    return "\n".join([_("examples:"), *lines])


def command_parser(name: str) -> Parser:
    """Return the parser of one command's arguments."""
    found = command(name)
    parser = Parser(
        prog=f"{DISTRIBUTION} {name}",
        description=_(found.description),
        epilog=examples_text(found.examples, name),
    )
    found.arguments(parser)
    return parser


def add_plan(parser: ArgumentParser) -> None:
    """Add the argument that names the plan."""
    parser.add_argument("plan", metavar="PLAN", help=_("plan file, or - for standard input"))


def add_format(parser: ArgumentParser, *formats: str) -> None:
    """Add the choice of the output's format, the first being the one without the option."""
    text = _("format of the result; {format} without it").format(format=formats[0])
    parser.add_argument("--format", choices=formats, default=formats[0], help=text)
