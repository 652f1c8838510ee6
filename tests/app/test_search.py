"""The search in a text."""

import pytest

from wizard.app.search import MOST, Hit, hits, next_hit


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("team", [Hit(0, 4), Hit(5, 9)]), ("Team", [Hit(5, 9)]), ("", []), ("x", []), ("m t", [Hit(3, 6)]), (".", [])],
)
def test_hits_are_found_as_they_are_written(asked: str, expected: list[Hit]) -> None:
    """The text is no pattern, and the case counts only where a capital is asked for."""
    assert list(hits("team Team", asked)) == expected


def test_hits_beyond_counting_are_left() -> None:
    """One letter in a large text does not make anybody wait."""
    assert len(hits("a" * (MOST + 5), "a")) == MOST


@pytest.mark.parametrize(
    ("place", "forward", "expected"),
    [
        (0, True, (0, False)),
        (1, True, (1, False)),
        (6, True, (0, True)),
        (5, False, (0, False)),
        (0, False, (1, True)),
    ],
)
def test_the_next_hit_is_behind_the_place_and_goes_around_the_end(
    place: int, forward: bool, expected: tuple[int, bool]
) -> None:
    """Behind the last hit comes the first, before the first the last, and it is said."""
    assert next_hit(hits("team Team", "team"), place, forward=forward) == expected


def test_nothing_has_no_next() -> None:
    """Whoever asks for the next of no hits hears so."""
    with pytest.raises(LookupError):
        next_hit((), 0, forward=True)
