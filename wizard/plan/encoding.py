"""From the bytes of a plan file to text that every YAML reader divides into the same lines and characters."""

import codecs
import re
from typing import Final

from wizard.language import _
from wizard.plan.error import PlanError, Problem

LARGEST_PLAN: Final = 1024 * 1024
"""Bytes that a plan file may have; a full plan of 50 tags, 10 accounts and 10 roles has about 30,000."""

_OTHER_ENCODINGS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# The characters that YAML does not print, named one by one: a class of all the others takes 3 ms to compile.
_UNREADABLE: Final = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_CONTROLS: Final = "[\0-\x08\x0b\x0c\x0e-\x1f\x7f]"  # those of them that are ASCII
_LINE_END: Final = r"\r\n|\r|\n"


def decoded(data: str | bytes) -> str:
    """Return the text of a plan file, without a byte-order mark; PlanError where it is no text for YAML.

    The line breaks U+0085, U+2028 and U+2029 are refused: YAML 1.1 ends a line there, YAML 1.2 does not, so
    that a comment could hide what another reader obeys.
    """
    if len(data) > LARGEST_PLAN:
        raise too_large(len(data))
    text = _text(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    unreadable = re.search(_CONTROLS if text.isascii() else _UNREADABLE, text)
    if unreadable:
        raise _error(text[: unreadable.start()], _unreadable(ord(unreadable[0])))
    return text


def _unreadable(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF:
        return _("U+{code} is half of a character; remove it").format(code=f"{code:04X}")
    message = _("The character U+{code} cannot stand in a plan as it is; write {escape} in double quotes")
    return message.format(code=f"{code:04X}", escape=f"\\u{code:04X}")


def too_large(size: int | None = None) -> PlanError:
    """Return the error for a file of more than LARGEST_PLAN bytes; `size` is its size in bytes, where known."""
    if size is None:
        message = _("The file is larger than {limit} bytes, the most that a plan may have")
    else:
        message = _("The file has {size} bytes; a plan has {limit} at most")
    text = message.format(size=f"{size or 0:,}", limit=f"{LARGEST_PLAN:,}")
    return PlanError([Problem(0, 0, "", text)])


def _text(data: bytes) -> str:
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            message = _("The file is encoded in {encoding}; save it as UTF-8")
            raise PlanError([Problem(1, 1, "", message.format(encoding=encoding))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        message = _("The byte {byte} is not UTF-8; save the file as UTF-8")
        raise _error(before, message.format(byte=f"0x{error.object[error.start]:02X}")) from None


def _error(before: str, message: str) -> PlanError:
    lines = re.split(_LINE_END, before)
    return PlanError([Problem(len(lines), len(lines[-1]) + 1, "", message)])
