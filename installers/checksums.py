"""SHA256SUMS: the checksum of every file of a release, as ``sha256sum --check`` reads it."""

from hashlib import file_digest
from pathlib import Path
from typing import Final

NAME: Final = "SHA256SUMS"


def write_checksums(folder: Path) -> Path:
    """Write the file for all files of a folder but itself, in the order of their names."""
    lines = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_file() and path.name != NAME:
            with path.open("rb") as file:
                lines.append(f"{file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target = folder / NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target
