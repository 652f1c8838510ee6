"""What goes wrong when a bundle is chosen, read or written.

BundleError
├── UnknownFile: the bundle of this plan has no such file or folder
├── NotReplaced: what lies at the target is not to be replaced, or only when that is asked for
└── NotWritten: the system refused; what was there is whole
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from wizard.language import N_, _
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from pathlib import Path

_REASONS: Final = {
    errno.ENOSPC: N_("the disk is full; free some space or choose another place"),
    errno.EDQUOT: N_("your quota of the disk is used up; free some space or choose another place"),
    errno.EROFS: N_("the file system is read-only; choose another place"),
    errno.EACCES: N_("you may not write there; choose another place or change the permissions"),
    errno.EPERM: N_("the system does not permit it; choose another place"),
    errno.ENAMETOOLONG: N_("the name is too long; choose a shorter one"),
    errno.ENOTDIR: N_("a part of the path is a file, not a folder; choose another place"),
    errno.EEXIST: N_("a part of the path is a file, not a folder; choose another place"),
    errno.ELOOP: N_("the path is a circle of links; choose another place"),
    errno.EBUSY: N_("it is in use or a mount point; choose another place, such as a new folder in it"),
}


class BundleError(Exception):
    """The root: its text says what happened, to what, and what to do."""


class UnknownFile(BundleError):
    """The bundle of this plan has no file or folder of a name that was asked for."""


class NotReplaced(BundleError):
    """What lies at the target is not to be replaced, or only by force."""


class NotWritten(BundleError):
    """The system refused to write; what was at the target is whole."""


@contextmanager
def explained(target: object) -> Iterator[None]:
    """Turn what the system says of writing `target` into NotWritten, in words for the person at the keyboard."""
    try:
        yield
    except OSError as error:
        reason = _(_REASONS[error.errno]) if error.errno in _REASONS else error.strerror or str(error)
        raise NotWritten(_not_written(target, reason)) from error


def nameable(path: "Path") -> "Path":
    """Return the path; NotWritten where it holds what no file name can hold: a NUL or a lone surrogate."""
    try:
        named = b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        named = False
    if not named:
        raise NotWritten(_not_written(path, _("the name holds a character that no file name can hold; choose another")))
    return path


def _not_written(target: object, reason: str) -> str:
    return _("{path}: nothing was written: {reason}").format(path=one_line(target), reason=reason)
