"""Lets whoever waits for long work end it: the work calls now and then what it was given, and that may raise."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

GoOn = Callable[[], None]
"""Called some twenty times a second or more; what it raises ends the work."""

Item = TypeVar("Item")

_TURN: Final = 512
"""Items between two calls: they take some milliseconds, and the call is not felt beside them."""


def unasked() -> None:
    """Go on, whatever happens: nobody can end the work."""


def paced(items: Iterable[Item], go_on: GoOn) -> Iterator[Item]:
    """Yield the items, and call `go_on` before the first and now and then after it."""
    for number, item in enumerate(items):
        if number % _TURN == 0:
            go_on()
        yield item
