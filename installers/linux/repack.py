"""Packs the files of a .deb anew: nfpm's own xz leaves a package a quarter larger than it has to be."""

import lzma
from pathlib import Path
from typing import Final

from installers.build import Build, BuildError

_MAGIC: Final = b"!<arch>\n"
_HEAD: Final = 60


def repack(build: Build, package: Path) -> Path:
    """Compress the files in a .deb that nfpm left uncompressed; the format is ar's, described in deb(5)."""
    data = package.read_bytes()
    if not data.startswith(_MAGIC):
        raise BuildError(f"{package.name} is no .deb")
    parts, start = [_MAGIC], len(_MAGIC)
    while start < len(data):
        head, size = data[start : start + _HEAD], int(data[start + 48 : start + 58])
        content = data[start + _HEAD : start + _HEAD + size]
        start += _HEAD + size + size % 2
        name = head[:16].rstrip(b" /")
        if name == b"data.tar":
            content, name = lzma.compress(content, filters=build.xz), b"data.tar.xz"
        parts.append(name.ljust(16) + head[16:48] + str(len(content)).encode().ljust(10) + head[58:])
        parts.append(content + b"\n" * (len(content) % 2))
    package.write_bytes(b"".join(parts))
    return package
