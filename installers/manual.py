"""The manual page, written from the commands' own help, so that it cannot say anything else."""

import re
import time
from argparse import Action
from collections.abc import Iterable, Iterator

from wizard import DISTRIBUTION, PRODUCT, __version__
from wizard.cli.arguments import Parser, app_parser, command_parser
from wizard.cli.command import Command
from wizard.cli.registry import command, command_names
from wizard.cli.status import Status


def manual(epoch: int) -> str:
    """Return the page in the language of man(7), dated `epoch`."""
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    lines = [
        f'.TH {DISTRIBUTION.upper()} 1 "{day}" "{PRODUCT} {__version__}" "User Commands"',
        ".ad l",
        ".nh",
        ".SH NAME",
        f"{_text(DISTRIBUTION)} \\- set up AWS session tags from Okta, checked and exported",
        ".SH SYNOPSIS",
        *_synopsis(),
        ".SH DESCRIPTION",
        _text(str(app_parser().description)),
        "With a plan or without anything it opens the desktop app.",
        ".SH OPTIONS",
        *_arguments(app_parser()),
        ".SH COMMANDS",
    ]
    for name in command_names():
        lines += _command(name, command(name), command_parser(name))
    lines += [".SH EXIT STATUS", *_statuses()]
    lines += [".SH FILES", *_files()]
    return "\n".join(lines) + "\n"


def _synopsis() -> Iterator[str]:
    yield f".B {_text(DISTRIBUTION)}"
    yield "[\\fIPLAN\\fR] [\\fB\\-\\-theme\\fR \\fITHEME\\fR]"
    yield ".br"
    yield f".B {_text(DISTRIBUTION)}"
    yield "\\fICOMMAND\\fR ..."


def _command(name: str, about: Command, parser: Parser) -> Iterator[str]:
    usage = " ".join(parser.format_usage().removeprefix("usage:").split())
    yield f'.SS "{_text(usage)}"'
    yield f"{_text(_sentence(about.summary))}"
    yield ".PP"
    yield from (_text(line) for line in about.description.splitlines())
    yield from _arguments(parser)
    yield ".PP"
    for typed, does in about.examples:
        yield ".PP"
        yield f"\\fB{_text(' '.join(filter(None, (DISTRIBUTION, name, typed))))}\\fR"
        yield ".RS 4"
        yield _text(_sentence(does))
        yield ".RE"


def _arguments(parser: Parser) -> Iterator[str]:
    for action in parser.known:
        if Parser.hidden(action) or "--help" in action.option_strings:
            continue
        yield ".TP"
        yield ", ".join(f"\\fB{_text(name)}\\fR" for name in action.option_strings) + _value(action)
        yield _text(_sentence(str(action.help or "print the version and end")))


def _value(action: Action) -> str:
    if action.nargs == 0:
        return ""
    named = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    shown = "|".join(map(str, action.choices)) if action.choices else named
    return (" " if action.option_strings else "") + f"\\fI{_text(shown)}\\fR"


def _statuses() -> Iterator[str]:
    meanings: Iterable[tuple[Status, str]] = (
        (Status.DONE, "Done, and no error finding."),
        (Status.FOUND, "Error findings, or a failed verdict where the command gives one."),
        (Status.REFUSED, "Wrong usage, unreadable input or refused output."),
    )
    for status, meaning in meanings:
        yield ".TP"
        yield f"\\fB{int(status)}\\fR"
        yield meaning


def _files() -> Iterator[str]:
    for name, what in (
        ("~/.config/session-tag-wizard", "What the window remembers."),
        ("~/.local/state/session-tag-wizard", "Recent plans, and plans that were not saved."),
    ):
        yield ".TP"
        yield f"\\fI{_text(name)}\\fR"
        yield what


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _text(text: str) -> str:
    """Return a text as man(7) has to read it: hyphens and backslashes as themselves, no line that is a request."""
    quoted = re.sub(r"[\\-]", lambda found: "\\e" if found[0] == "\\" else "\\-", text.replace("…", "..."))
    quoted = quoted.replace("'", "\\(aq").replace('"', "\\(dq").replace("~", "\\(ti")
    return "\\&" + quoted if quoted.startswith(".") else quoted
