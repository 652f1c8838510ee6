"""Writes words for a POSIX shell, so that a command that is copied from the runbook does what it shows.

https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html section 2.2, read 2026-11-24. A word is
always one argument; whether a program takes one that begins with a hyphen for an option is the program's matter.
"""

import re
from typing import Final

from wizard.quoting.unseen import UNSEEN

_PLAIN: Final = r"[A-Za-z0-9_@%+:,./][A-Za-z0-9_@%+=:,./-]*|--?[A-Za-z0-9][A-Za-z0-9_-]*"
_NO_ARGUMENT: Final = "[\x00\ud800-\udfff]"
_SPELLED: Final = r"\A-|[^A-Za-z0-9_ ,./:=@+-]"
"""A hyphen at the beginning would be an option of ``printf``."""
_NEEDS_PRINTF: Final = f"[\x01-\x09\x0b-\x1f]|{UNSEEN}"


def quoted(text: str) -> str:
    """Return the text as one word of a command line, bare where that is safe.

    A terminal acts on control characters even between quotes, so a text with such is spelled out for ``printf``. No
    argument can hold a NUL or a lone surrogate: they become U+FFFD.
    """
    if re.fullmatch(_PLAIN, text):
        return text
    if text.isascii() and text.isprintable():
        return _single_quoted(text)
    argument = re.sub(_NO_ARGUMENT, "\ufffd", text)
    return _printed(argument) if re.search(_NEEDS_PRINTF, argument) else _single_quoted(argument)


def command(*words: str) -> str:
    """Return a command line of these words, each quoted by :func:`quoted`."""
    return " ".join(quoted(part) for part in words)


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _printed(text: str) -> str:
    # Interactive shells expand an exclamation mark even here, so all but plain characters are spelled out. And
    # command substitution drops line ends at the end of what is printed: they follow in quotes.
    body = text.rstrip("\n")
    line_ends = text[len(body) :]
    spelled = re.sub(_SPELLED, lambda match: _octal(match[0]), body)
    return f"\"$(printf '{spelled}')\"" + (_single_quoted(line_ends) if line_ends else "")


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode())
