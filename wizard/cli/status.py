"""How every command ends: its exit status, and the error that says why it did nothing."""

from enum import IntEnum


class Status(IntEnum):
    """The exit statuses, the same for every command."""

    DONE = 0
    FOUND = 1
    """Done, and there are error findings, or the verdict is a refusal."""
    REFUSED = 2
    """Wrong usage, unreadable input, refused output."""


class CommandError(Exception):
    """What was asked for cannot be done; its text says what happened, to what, and what to do."""
