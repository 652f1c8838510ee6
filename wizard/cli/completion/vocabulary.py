"""What can be typed after the program's name, as its own parsers know it."""

from argparse import Action
from typing import Final

from wizard.cli.arguments import Parser, app_parser, command_parser
from wizard.cli.registry import command, command_names
from wizard.frozen import Frozen
from wizard.language import _
from wizard.rules.registry import rules

_RULE: Final = "RULE"


class Option(Frozen):
    """One option.

    Attributes:
        names: ``--out``, or ``-h`` and ``--help``.
        takes_value: whether a value follows; a file's name unless there are `choices`.
    """

    names: tuple[str, ...]
    about: str
    takes_value: bool
    choices: tuple[str, ...]


class Vocabulary(Frozen):
    """One command, or the program itself: its options, and the words that may stand without one.

    Attributes:
        words: what may stand there; where it is empty, the names of files.
    """

    name: str
    about: str
    options: tuple[Option, ...]
    words: tuple[str, ...]


def program_vocabulary() -> Vocabulary:
    """Return what may follow the program's name at once: a command, or what the desktop app takes."""
    return Vocabulary("", "", _options(app_parser()), command_names())


def command_vocabularies() -> tuple[Vocabulary, ...]:
    """Return what may follow each command."""
    return tuple(_vocabulary(name, command_parser(name)) for name in command_names())


def _vocabulary(name: str, parser: Parser) -> Vocabulary:
    words = tuple(word for action in parser.known if not action.option_strings for word in _words(action))
    return Vocabulary(name, _(command(name).summary), _options(parser), words)


def _words(action: Action) -> tuple[str, ...]:
    if str(action.metavar).startswith(_RULE):
        return tuple(rule.id for rule in rules())
    return tuple(action.choices or ())


def _options(parser: Parser) -> tuple[Option, ...]:
    return tuple(
        Option(tuple(action.option_strings), action.help or "", action.nargs != 0, tuple(action.choices or ()))
        for action in parser.known
        if action.option_strings and not parser.hidden(action)
    )
