"""The start of the frozen program against that from source; nothing where ``make dist`` has built none."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from measures.result import Result, ratio
from wizard import DISTRIBUTION

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "build" / "installers" / "frozen" / DISTRIBUTION / DISTRIBUTION
SOURCE = ROOT / "build" / "dist" / "environment" / "bin" / DISTRIBUTION
PLAN = ROOT / "tests" / "plans" / "largest.yaml"
RUNS = 25


def _run(program: Path, *arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([program, *arguments], check=False, capture_output=True)


def start() -> list[Result]:
    """Return the ratios of a short command and of `check`, as whole processes."""
    if not FROZEN.exists():
        return []
    found = []
    for arguments in (("--version",), ("check", str(PLAN))):
        figure, ours, theirs = ratio(_run(FROZEN, *arguments), _run(SOURCE, *arguments), RUNS)
        name = f"frozen {arguments[0]} / the same from source"
        found.append(Result(name, figure, 1.1, "×", f"{ours * 1000:.0f} ms to {theirs * 1000:.0f} ms"))
    return found


MEASURES = (start,)
