"""What goes wrong with a plan file, told to the person who keeps it.

::

    PlanError               the file cannot be read as a plan; one problem or several
    └─ PlanNotWritten       the file could not be written; what stood there before is whole
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from wizard.quoting.line_text import one_line
from wizard.quoting.yaml_text import quoted

_LONGEST_SHOWN: Final = 60
_WORD: Final = r"[!-~]{1,60}"


class Problem(NamedTuple):
    """One thing wrong with a plan file.

    Attributes:
        line, column: where, counted from 1; 0 where it is about the file as a whole.
        path: place in the plan, such as ``tags[1].key``; empty where it has none.
        message: what stands there, what is expected, and what to do.
    """

    line: int
    column: int
    path: str
    message: str

    def text(self, source: str = "") -> str:
        """Return ``FILE:LINE:COLUMN: PATH: message`` on one line, without the parts that are not known."""
        place = [one_line(source), *([str(self.line), str(self.column)] if self.line else [])]
        where = ":".join(part for part in place if part)
        return ": ".join(part for part in (where, one_line(self.path), self.message) if part)


class PlanError(Exception):
    """A plan file that cannot be read, with every problem found in it; as text, one line a problem.

    Attributes:
        problems: in the order of the file, at least one.
        source: the file's name as the person gave it; empty for a text without a file.
    """

    def __init__(self, problems: Iterable[Problem], source: str = "") -> None:
        self.problems = tuple(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        return "\n".join(problem.text(self.source) for problem in self.problems)


class PlanNotWritten(PlanError):
    """A file that could not be written; what stood there before is whole, and so is the plan in memory."""

    def __init__(self, message: str, source: str = "") -> None:
        super().__init__([Problem(0, 0, "", message)], source)


def shown(text: str) -> str:
    """Return a text of the file for a message: in quotes, on one line, with nothing unseen, and not too long."""
    return quoted(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")


def shown_plain(text: str) -> str:
    """Return a text of the file for a message: as it is where it is a short word, as :func:`shown` does otherwise."""
    return text if re.fullmatch(_WORD, text) else shown(text)
