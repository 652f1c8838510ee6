"""The preflight of a million people, against Python's csv module over the same file; and the memory that it takes."""

import csv
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from measures.result import Result, process, ratio

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 1_000_000
RUNS = 3
KEYS = ("team", "project", "costCenter", "environment", "owner")
PLAN = "version: 1\ntags:\n" + "".join(f"  - {{key: {key}, value: user.{key}}}\n" for key in KEYS)
READ = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"
MEMORY = (
    "import re, sys\nfrom wizard.cli.main import main\nmain(sys.argv[1:])\n"
    "print('\\nKiB', re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
)
"""Linux tells it of the process alone; getrusage would tell of what this bench took before it started the other."""

Row = Callable[[int, Random], tuple[str, ...]]


def usual(_number: int, random: Random) -> tuple[str, ...]:
    """Return the tags of somebody in a large company: some hundred values of each."""
    return (
        f"team-{random.randrange(40)}",
        f"project-{random.randrange(300)}",
        f"{random.randrange(500):05}",
        random.choice(("dev", "test", "prod")),
        f"Équipe {random.randrange(200)}",
    )


def personal(number: int, random: Random) -> tuple[str, ...]:
    """Return the same with a tag that is different for everybody."""
    return (*usual(number, random)[:4], f"person{number}@example.com")


def different(number: int, _random: Random) -> tuple[str, ...]:
    """Return tags that are all different for everybody."""
    return tuple(f"{key} of person {number} of many" for key in KEYS)


def listed(folder: Path, row: Row) -> Path:
    """Write a list of people, and return its path."""
    random = Random(7)

    def rows() -> Iterator[tuple[str, ...]]:
        for number in range(PEOPLE):
            yield (f"person{number}@example.com", *row(number, random))

    path = folder / f"{row.__name__}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("login", *KEYS))
        writer.writerows(rows())
    return path


def megabytes(plan: Path, people: Path) -> float:
    """Return the most memory that the command took, in MB."""
    command = [sys.executable, "-c", MEMORY, "preflight", str(plan), str(people), "--format", "json"]
    told = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    return int(re.findall(rb"KiB (\d+)", told)[-1]) / 1024


def preflight() -> list[Result]:
    """Return the ratio for usual tags and for one that is personal, and the memory where all are different."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        plan = folder / "plan.yaml"
        plan.write_text(PLAN, encoding="utf-8")
        results = [
            _timed(plan, listed(folder, row), about) for row, about in ((usual, ""), (personal, ", one personal"))
        ]
        memory = megabytes(plan, listed(folder, different))
    return [*results, Result("memory of the same, all tags personal", memory, 300, "MB", "whole process")]


def _timed(plan: Path, people: Path, about: str) -> Result:
    ours = process(["-m", "wizard", "preflight", str(plan), str(people), "--format", "json"])
    found, mine, theirs = ratio(ours, process(["-c", READ, str(people)]), RUNS)
    name = f"preflight of {PEOPLE:,} people, {len(KEYS)} tags{about} / csv module"
    return Result(name, found, 4, "×", f"{mine:.2f} s to {theirs:.2f} s")


MEASURES = (preflight,)
