"""File names of the bundle: any text as one name that every system takes, and no two files on one path."""

import re
from collections.abc import Iterable
from typing import Final

from wizard.bundle.artefact import BundleFile

LONGEST: Final = 200
"""Characters of a name; file systems allow 255 bytes, and an ending and a number may follow."""

_FOREIGN = re.compile(r"[^A-Za-z0-9_+=,@ .-]|^[. ]|[. ]$")
_DEVICE = re.compile(r"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
_SAFE = re.compile(rf"(?![. ])[A-Za-z0-9_+=,@ .%~-]{{1,{LONGEST + 40}}}(?<![. ])")


def file_name(text: str) -> str:
    """Return any text as one file name: what a name of AWS may hold as it is, everything else percent-encoded.

    Neither ``/`` nor ``..`` nor a device name of Windows comes through; a text that is too long is cut and ends
    in a part of its SHA-256. Two texts have two names, but for systems that do not tell ``A`` from ``a``.
    """
    name = _FOREIGN.sub(_encoded, text)
    if _DEVICE.match(name):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    if len(name) > LONGEST:
        from hashlib import sha256  # noqa: PLC0415 - brings OpenSSL along, which no start waits for

        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{name[: LONGEST - 17]}~{digest[:16]}"
    return name or "%"


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def placed(files: Iterable[BundleFile], taken: Iterable[str] = ()) -> tuple[BundleFile, ...]:
    """Return the files with paths that stay inside the bundle, none of them on another's path or a `taken` one.

    Systems that do not tell ``A`` from ``a`` count too. The second on a path gets ``~2`` before its ending.
    """
    claims = {path.casefold() for path in taken}
    result: list[BundleFile] = []
    for file in files:
        path = _free("/".join(_safe(name) for name in file.path.split("/")), claims)
        claims.add(path.casefold())
        claims.update(f"{folder}/" for folder in _folders(path.casefold()))
        result.append(BundleFile(path, file.text))
    return tuple(result)


def _safe(name: str) -> str:
    """Return a name as it is where it is safe, so that what `file_name` has made stays; else made safe."""
    return name if _SAFE.fullmatch(name) and not _DEVICE.match(name) else file_name(name)


def _free(path: str, claims: set[str]) -> str:
    if any(folder in claims for folder in _folders(path.casefold())):
        path = path.replace("/", "%2F")
    stem, dot, ending = path.rpartition(".")
    if not dot or "/" in ending:
        stem, dot, ending = path, "", ""
    candidate, count = path, 1
    while candidate.casefold() in claims or f"{candidate.casefold()}/" in claims:
        count += 1
        candidate = f"{stem}~{count}{dot}{ending}"
    return candidate


def _folders(path: str) -> tuple[str, ...]:
    names = path.split("/")
    return tuple("/".join(names[:count]) for count in range(1, len(names)))
