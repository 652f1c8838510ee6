"""A measured figure beside what was promised."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Result:
    """One promise: what it is about, the figure, the most it may be, its unit, and how it was come by."""

    name: str
    figure: float
    most: float
    unit: str
    detail: str

    @property
    def kept(self) -> bool:
        """Whether the figure is within what was promised."""
        return self.figure <= self.most

    def row(self) -> tuple[str, str, str, str]:
        """Return the result as cells of the table."""
        mark = "" if self.kept else "  NOT KEPT"
        return self.name, f"{self.figure:.2f} {self.unit}", f"≤ {self.most:g} {self.unit}", f"{self.detail}{mark}"

    def document(self) -> dict[str, Any]:
        """Return the result for JSON."""
        return asdict(self) | {"kept": self.kept}


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Return the median ratio of two works done in turn, and the median seconds of each.

    The two alternate, so that a machine that grows slow meanwhile slows both.
    """
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return (
        median(mine / other for mine, other in pairs),
        median(mine for mine, _ in pairs),
        median(other for _, other in pairs),
    )


def process(arguments: Sequence[str]) -> Callable[[], object]:
    """Return the running of a whole Python process with these arguments, from bytecode as an installed program."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, *arguments], check=False, capture_output=True, env=environment)
