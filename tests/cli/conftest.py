"""The command line, called within the tests' own process for the many cases, and as a program for the main ones."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from wizard.aws.coverage.table import coverage
from wizard.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests/plans/team-project.yaml"

FRESH = date.fromisoformat(coverage().origin.day)
"""The day of the coverage table, so that no test depends on the clock."""


class Ended(NamedTuple):
    """How a command ended: its exit status, and what it wrote to its two streams."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give the function that runs a command in this process: arguments, the bytes of standard input, the day."""

    def ran(*arguments: object, stdin: bytes = b"", today: date = FRESH) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments], today)
        return Ended(status, *capsys.readouterr())

    return ran


@pytest.fixture
def outside(tmp_path: Path) -> Run:
    """Give the function that runs the program as a person does, in a folder of its own."""

    def ran(*arguments: object, stdin: bytes = b"", **variables: str) -> Ended:
        command = [sys.executable, "-m", "wizard", *map(str, arguments)]
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("LANG")}
        ended = subprocess.run(
            command, input=stdin, capture_output=True, cwd=tmp_path, env=surroundings | variables, check=False
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return ran


@pytest.fixture(autouse=True)
def _garbage_is_collected_as_before() -> Iterator[None]:
    """See that a command leaves the interpreter's habits alone."""
    before = gc.get_threshold()
    yield
    assert gc.get_threshold() == before


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give the blog post's plan in a folder of its own."""
    path = tmp_path / "team.session-tags.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Give a plan with error findings, two of them about one key and one that can be mended."""
    path = tmp_path / "faulty.yaml"
    path.write_text(
        "version: 1\n"
        "name: Faulty\n"
        "tags:\n"
        f"  - {{key: {'k' * 129}, value: user.team}}\n"
        "  - {key: 'te&am', value: user.team}\n"
    )
    return path
