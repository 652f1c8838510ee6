"""Killed at any moment, an export leaves the whole old bundle or the whole new one, and the next one clears up."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bundle.sample import FILES, OTHERS, names
from wizard.bundle.existing import Existing, existing
from wizard.bundle.writing import write_bundle

ROOT = Path(__file__).parents[2]
FOR_EVER = """
import sys
from itertools import cycle
from pathlib import Path
from tests.bundle.sample import FILES, OTHERS
from wizard.bundle.writing import write_bundle
print("ready", flush=True)
for files in cycle((OTHERS, FILES)):
    write_bundle(files, Path(sys.argv[1]))
"""


def states(target: Path, before: str, steps: str) -> list[str]:
    """Return what lay at the target after each death."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bundle.dying", str(target), before, steps],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return ended.stdout.split()


@pytest.mark.parametrize("name", ["out", "out.zip"])
@pytest.mark.parametrize("before", ["old", "nothing"])
def test_killed_at_every_call_that_touches_files(tmp_path: Path, name: str, before: str) -> None:
    """First what was there is whole, from one call on the new bundle is, and no call lies between."""
    found = states(tmp_path / name, before, "one-step")
    turn = found.index("new")
    assert turn >= 5
    assert found == [before] * turn + ["new"] * (len(found) - turn)
    assert names(tmp_path) == [name]


def test_killed_on_a_system_that_cannot_swap(tmp_path: Path) -> None:
    """Where it takes two steps, the path may lie bare between them, and the old bundle then stays beside it."""
    found = states(tmp_path / "out", "old", "two-steps")
    assert set(found) == {"old", "nothing", "new"}
    assert found.count("nothing") <= 2
    left = [path for path in tmp_path.iterdir() if path.name != "out"]
    assert len(left) == found.count("nothing") + 1
    assert {existing(path) for path in left} == {Existing.UNCHANGED_BUNDLE}


def test_killed_again_and_again_at_random(tmp_path: Path) -> None:
    """Whenever the signal comes, between or within the calls, the bundle is whole."""
    target = tmp_path / "out"
    write_bundle(FILES, target)
    moments = random.Random(2)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", FOR_EVER, str(target)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(moments.uniform(0.0, 0.05))
            program.send_signal(signal.SIGKILL)
        assert existing(target) is Existing.UNCHANGED_BUNDLE
    write_bundle(OTHERS, target)
    assert names(tmp_path) == ["out"]
