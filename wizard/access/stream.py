"""What files of people and resources are read from: anything with a `read` for bytes, looked into before it is read."""

from typing import Final, Protocol

from wizard.access.broken import UnreadableFile
from wizard.language import _

BOM: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_START: Final = 1 << 12


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


class Rejoined:
    """A stream whose beginning has been looked at; a byte-order mark is left out.

    Attributes:
        start: the beginning, without white space.
    """

    def __init__(self, stream: Readable) -> None:
        head = stream.read(_START)
        if head.startswith(_UTF16):
            raise UnreadableFile(_("the file is in UTF-16, as PowerShell writes it; save it in UTF-8"))
        head = head.removeprefix(BOM)
        while head and not head.strip() and (more := stream.read(_START)):
            head += more
        self.start: Final = head.lstrip()
        if not self.start:
            raise UnreadableFile(_("the file is empty"))
        self._head = head
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        """Return the beginning first, then what follows it."""
        head, self._head = self._head, b""
        return head or self._stream.read(size)
