"""Finds the files that ship with the program: beside the package in a checkout, inside it in a wheel.

Paths are texts here: pathlib brings urllib and ipaddress along, a twentieth of the time that a command takes.
"""

import os.path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "resources")
ROOT = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.join(os.path.dirname(_PACKAGE), "resources")


def resource(*parts: str) -> str:
    """Return the path of a shipped file or folder; the caller opens it and deals with its absence."""
    return os.path.join(ROOT, *parts)


def is_resource(*parts: str) -> bool:
    """Tell whether such a file is shipped."""
    return os.path.isfile(resource(*parts))


def resource_bytes(*parts: str) -> bytes:
    """Return what a shipped file holds; OSError where it is missing."""
    with open(resource(*parts), "rb") as file:
        return file.read()


def resource_text(*parts: str) -> str:
    """Return the text of a shipped file; OSError where it is missing."""
    return resource_bytes(*parts).decode()


def resource_names(folder: str, ending: str) -> list[str]:
    """Return the names of a shipped folder's files with that ending, without it, sorted; none where it is missing."""
    if not os.path.isdir(resource(folder)):
        return []
    return sorted(name.removesuffix(ending) for name in os.listdir(resource(folder)) if name.endswith(ending))
