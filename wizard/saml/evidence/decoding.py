"""From the bytes of the evidence to its text, with a word for what is no text."""

import codecs
from collections import deque
from collections.abc import Iterator
from typing import Final

from wizard.language import N_
from wizard.saml.evidence.error import Unusable

_ARCHIVES: Final = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF8, "utf-8"))
_PIECE: Final = 1 << 20
_BINARY: Final = N_("It is no text: it holds null bytes")


def decoded(data: bytes) -> str:
    """Return the text: UTF-8, or UTF-16 with its mark as Windows writes it; Unusable for anything else."""
    return utf_8(data).decode()


def utf_8(data: bytes) -> bytes:
    """Return the same text in UTF-8 without a mark; Unusable for what is none.

    A long text stays bytes as long as it can: as characters one emoji makes it four times as large, and nothing else
    runs while that much is copied.
    """
    refuse_archive(data)
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    pieces = _pieces(data, len(mark), encoding)
    if encoding == "utf-8":
        deque(pieces, maxlen=0)  # decoded only to be checked
        text = data[len(mark) :]
    else:
        text = b"".join(piece.encode() for piece in pieces)
    if b"\0" in text:
        raise Unusable(_BINARY)
    return text


def _pieces(data: bytes, start: int, encoding: str) -> Iterator[str]:
    """Yield the text in pieces: nothing else runs while one is decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for at in range(start, len(data), _PIECE):
        begun = at - len(decoder.getstate()[0])
        try:
            yield decoder.decode(data[at : at + _PIECE], final=at + _PIECE >= len(data))
        except UnicodeDecodeError as error:
            raise Unusable(
                N_("Byte {place} is not {encoding}; save or copy the evidence as UTF-8"),
                place=f"{begun + error.start + 1:,}",
                encoding=encoding.upper(),
            ) from None


def refuse_archive(data: bytes) -> None:
    """Raise Unusable where the bytes are a packed file."""
    for start, name in _ARCHIVES:
        if data.startswith(start):
            raise Unusable(N_("It is a packed file ({kind}); unpack it and give what is in it"), kind=name)
