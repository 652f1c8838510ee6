"""A rendered text that remembers which place of the plan made which of its lines."""

from collections.abc import Iterable
from typing import Final

from wizard.frozen import Frozen


class Rendered(Frozen):
    """A text, and the places in the plan that made its lines.

    Attributes:
        text: the whole text, ending in a newline.
        places: line number, counted from 1, and plan path, in the order of the lines; a line without a place is
            not named, and one that several places made is named once for each.
    """

    text: str
    places: tuple[tuple[int, str], ...]

    def path(self, line: int) -> str | None:
        """Return the place that made the line, the first where several did; None where no place did."""
        return next((path for number, path in self.places if number == line), None)

    def lines(self, path: str) -> tuple[int, ...]:
        """Return the lines that the place made."""
        return tuple(number for number, place in self.places if place == path)


class Draft:
    """A text being written part by part; it counts the lines."""

    def __init__(self) -> None:
        self._parts: Final[list[str]] = []
        self._places: Final[list[tuple[int, str]]] = []
        self._line = 1

    def add(self, text: str, path: str | None = None) -> None:
        """Add `text` and a line end; `path` is the place of all the lines that `text` has."""
        count = text.count("\n") + 1
        if path is not None and count == 1:
            self._places.append((self._line, path))
        elif path is not None:
            self._places.extend((line, path) for line in range(self._line, self._line + count))
        self._parts.append(f"{text}\n")
        self._line += count

    def add_lines(self, texts: Iterable[str], path: str | None = None) -> None:
        """Add several texts, each with a line end, all made by one place."""
        for text in texts:
            self.add(text, path)

    def rendered(self) -> Rendered:
        """Return what has been written."""
        return Rendered("".join(self._parts), tuple(self._places))
