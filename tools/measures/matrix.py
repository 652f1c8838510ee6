"""The matrix of a million people and a million resources against Python's csv module reading the same two files.

The curve shows what the cost grows with: ten times the distinct tags on both sides are a hundred times the pairs.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from measures.result import Result, process, ratio, seconds

PLAN = Path(__file__).resolve().parents[2] / "tests" / "plans" / "team-project.yaml"
LINES = 1_000_000
CURVE = 100_000
TYPES = ("ec2:us-east-1:111122223333:instance/i-", "secretsmanager:eu-west-1:111122223333:secret:app/db-")
READ = "import csv, sys\nfor name in sys.argv[1:]:\n    for row in csv.reader(open(name, newline='')): pass"
RUNS = 5


def tags(number: int, distinct: int) -> str:
    """Return the cells of one of so many pairs of team and project."""
    place = number % distinct
    return f"team{place % 100},project{place // 100}"


def written(folder: Path, lines: int, distinct: int) -> tuple[str, str]:
    """Write people and resources, so many lines each with so many distinct tags, and return the files' names."""
    people, resources = folder / "people.csv", folder / "resources.csv"
    with people.open("w", encoding="utf-8") as file:
        file.write("login,team,project\n")
        file.writelines(f"person{number}@example.com,{tags(number, distinct)}\n" for number in range(lines))
    with resources.open("w", encoding="utf-8") as file:
        file.write("arn,team,project\n")
        file.writelines(
            f"arn:aws:{TYPES[number % 5 == 0]}{number:017x},{tags(number, distinct)}\n" for number in range(lines)
        )
    return str(people), str(resources)


def simulate(people: str, resources: str) -> list[str]:
    """Return the arguments of the command, for Python."""
    files = ("--people", people, "--resources", resources)
    return ["-m", "wizard", "simulate", str(PLAN), *files, "--format", "json"]


def check(people: str, resources: str) -> None:
    """Raise RuntimeError where the command that is measured does not give the matrix that is meant."""
    command = [sys.executable, *simulate(people, resources)]
    ended = subprocess.run(command, check=False, capture_output=True)
    if ended.returncode or len(json.loads(ended.stdout)["classes"]) < 1_000:
        raise RuntimeError(f"simulate: exit status {ended.returncode}, or too few classes")


def million() -> list[Result]:
    """Return the ratio of the matrix to reading the two files, and the memory that it takes."""
    with tempfile.TemporaryDirectory() as name:
        files = written(Path(name), LINES, 1_000)
        check(*files)
        found, ours, theirs = ratio(process(simulate(*files)), process(["-c", READ, *files]), RUNS)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    detail = f"{ours:.2f} s to {theirs:.2f} s, 1,000 distinct tags on each side"
    return [
        Result("matrix of a million people and resources / csv reads the files", found, 3, "×", detail),
        Result("memory of the matrix, at most", largest, 1000, "MB", "the largest process of this run"),
    ]


def curve() -> list[Result]:
    """Return how the time grows with distinct tags, and with lines."""
    times = {(CURVE, distinct): _time(CURVE, distinct) for distinct in (100, 1_000, 10_000)}
    times[CURVE * 4, 1_000] = _time(CURVE * 4, 1_000)
    shown = ", ".join(
        f"{lines:,} lines and {distinct:,} tags {time:.2f} s" for (lines, distinct), time in times.items()
    )
    tenfold = times[CURVE, 10_000] / times[CURVE, 1_000]
    return [
        Result("matrix with ten times the distinct tags, a hundred times the pairs", tenfold, 10, "×", shown),
        Result("matrix with four times the lines", times[CURVE * 4, 1_000] / times[CURVE, 1_000], 4, "×", ""),
    ]


def _time(lines: int, distinct: int) -> float:
    with tempfile.TemporaryDirectory() as name:
        run = process(simulate(*written(Path(name), lines, distinct)))
        return min(seconds(run) for _ in range(3))


MEASURES = (million, curve)
