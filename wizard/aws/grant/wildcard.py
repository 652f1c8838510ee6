"""Shortens a list of a service's actions with wildcards, where a wildcard covers exactly actions of the list."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from wizard.aws.coverage.service import Service

_WORD: Final = "[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|."
_AFTER_ALL: Final = "\U0010ffff"


def shortened(service: Service, names: Iterable[str]) -> tuple[str, ...]:
    """Return the actions with their service, sorted; ``ec2:Describe*`` where all that begin so are among `names`.

    A wildcard stands at the end of a word, and for at least two actions of the coverage table. New actions of AWS that
    begin so come under it; that is what a wildcard is.
    """
    wanted = sorted(set(names), key=str.lower)
    if len(wanted) > 1 and len(wanted) == len(service.names):
        return (f"{service.prefix}:*",)
    lower = [name.lower() for name in wanted]
    result: list[str] = []
    place = 0
    while place < len(wanted):
        text, place = _covered(service, wanted[place], place, lower)
        result.append(f"{service.prefix}:{text}")
    return tuple(result)


def _covered(service: Service, name: str, place: int, wanted: list[str]) -> tuple[str, int]:
    """Return the shortest beginning of `name` that covers only wanted actions, and the place behind what it covers."""
    end = 0
    for word in re.findall(_WORD, name)[:-1] if len(wanted) > place + 1 else ():
        end += len(word)
        beginning = name[:end].lower()
        behind = bisect_left(wanted, beginning + _AFTER_ALL, place)
        if behind - place < 2:
            break
        if behind - place == _count(service.lower_names, beginning):
            return f"{name[:end]}*", behind
    return name, place + 1


def _count(names: tuple[str, ...], beginning: str) -> int:
    first = bisect_left(names, beginning)
    return bisect_left(names, beginning + _AFTER_ALL, first) - first
