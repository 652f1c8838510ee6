"""A short run of ``make fuzz``: the readers of evidence, people and expressions answer for whatever they get."""

import random

import pytest

from tools.fuzz import Target, by_mutation, judged, main, mutated, targets

SHORT = 1_000


@pytest.mark.parametrize("name", ["evidence", "people", "expressions"])
def test_no_input_crashes_a_reader(name: str) -> None:
    """Each is read or refused by the reader's own error."""
    assert by_mutation(name, SHORT, seed=7) is None


def test_a_crash_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that falls over a byte is caught, with the input."""

    def reader(data: bytes) -> None:
        if b"x" in data:
            raise KeyError(data)

    monkeypatch.setitem(targets(), "broken", Target(reader, (b"abc",), (b"x",)))
    found = by_mutation("broken", SHORT, seed=1)
    assert found is not None
    assert b"x" in found[0]
    assert isinstance(found[1], KeyError)
    assert judged(targets()["broken"], b"abc") is None


def seeded(seed: int) -> random.Random:
    """Return chance that can be had again."""
    return random.Random(seed)


def test_the_same_seed_gives_the_same_inputs() -> None:
    """So that a crash can be seen again."""
    one, other = ([mutated(targets()["evidence"], chance) for _ in range(3)] for chance in map(seeded, (5, 5)))
    assert one == other


def test_the_count_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For each target, the share of the whole."""
    assert main(["people", "expressions", "--count", "20"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "people: 10 inputs without a crash",
        "expressions: 10 inputs without a crash",
    ]
