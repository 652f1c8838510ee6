"""The manifest: which files the bundle holds, with their SHA-256, and which program made it from which plan."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from wizard import PRODUCT, __version__
from wizard.bundle.artefact import BundleFile
from wizard.frozen import Frozen
from wizard.quoting.json_text import pretty

PATH: Final = "manifest.json"


class Manifest(Frozen):
    """A manifest of this program as it was read.

    Attributes:
        version: the version of the program that wrote the bundle.
        plan_sha256: the hash of the plan file's text that the bundle was made from.
        files: path, with forward slashes, to SHA-256 in hexadecimal; the manifest itself is not among them.
    """

    version: str
    plan_sha256: str
    files: Mapping[str, str]


def content(text: str) -> bytes:
    """Return a file's bytes; a lone surrogate, which UTF-8 cannot hold, is written out as Python's escape."""
    return text.encode("utf-8", "backslashreplace")


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    from hashlib import sha256  # noqa: PLC0415 - brings OpenSSL along, which no start waits for

    return sha256(data).hexdigest()


def manifest_file(files: Iterable[BundleFile], plan_text: str) -> BundleFile:
    """Return the manifest of the files, made from the plan of that text, whether it is among them or not."""
    value = {
        "tool": {"name": PRODUCT, "version": __version__},
        "plan_sha256": digest(content(plan_text)),
        "files": {file.path: digest(content(file.text)) for file in sorted(files, key=lambda file: file.path)},
    }
    return BundleFile(PATH, pretty(value))


def manifest_from(data: bytes) -> Manifest | None:
    """Return the manifest that the bytes hold; None where they are no manifest of this program."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return _manifest(value) if _of_this_program(value) else None


def _of_this_program(value: Any) -> bool:
    match value:
        case {"tool": {"name": str(name), "version": str()}, "plan_sha256": str(), "files": dict(files)}:
            return name == PRODUCT and all(isinstance(item, str) for item in files.values())
    return False


def _manifest(value: dict[str, Any]) -> Manifest:
    return Manifest(value["tool"]["version"], value["plan_sha256"], value["files"])
