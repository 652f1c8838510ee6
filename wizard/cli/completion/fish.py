"""Completion for fish: one ``complete`` line for each thing that can be typed."""

from collections.abc import Iterator

from wizard import DISTRIBUTION
from wizard.cli.completion.vocabulary import Option, Vocabulary, command_vocabularies, program_vocabulary


def fish_script() -> str:
    """Return the script that a fish reads to complete the program's commands and options."""
    return "".join(f"complete -c {DISTRIBUTION} {line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for option in program_vocabulary().options:
        yield f"-n __fish_use_subcommand {_option(option)}"
    for known in command_vocabularies():
        yield f"-n __fish_use_subcommand -a {known.name} -d {_quoted(known.about)}"
        yield from _command_lines(known)


def _command_lines(known: Vocabulary) -> Iterator[str]:
    condition = f"-n {_quoted(f'__fish_seen_subcommand_from {known.name}')}"
    if known.words:
        yield f"{condition} -f -a {_quoted(' '.join(known.words))}"
    for option in known.options:
        yield f"{condition} {_option(option)}"


def _option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    choices = f" -x -a {_quoted(' '.join(option.choices))}" if option.choices else ""
    value = choices or (" -r" if option.takes_value else "")
    return f"{names}{value} -d {_quoted(option.about)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
