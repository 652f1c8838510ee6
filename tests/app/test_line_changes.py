"""What differs between two texts, line by line."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.app.line_changes import Mark, Sign, changes, marks

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", "}", "{", ""]), max_size=30)


@given(old=LINES, new=LINES)
def test_the_changes_make_the_new_text_of_the_old_one(old: list[str], new: list[str]) -> None:
    """Whatever the texts, putting each change in its place gives the new text, and what is equal is no change."""
    made, at = [], 0
    for change in changes(old, new):
        assert change.start < change.end or change.new_start < change.new_end
        made += old[at : change.start] + new[change.new_start : change.new_end]
        at = change.end
    assert made + old[at:] == new
    assert (changes(old, new) == ()) == (old == new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", {}),
        ("abc", "axc", {1: Mark(Sign.CHANGED, ("b",))}),
        ("abc", "abxc", {2: Mark(Sign.ADDED)}),
        ("abc", "ac", {1: Mark(Sign.REMOVED, ("b",))}),
        ("abc", "ab", {1: Mark(Sign.REMOVED, ("c",))}),
        ("abcd", "axd", {1: Mark(Sign.CHANGED, ("b", "c"))}),
        ("abc", "axyc", {1: Mark(Sign.CHANGED, ("b",)), 2: Mark(Sign.ADDED)}),
        ("", "ab", {0: Mark(Sign.ADDED), 1: Mark(Sign.ADDED)}),
        ("ab", "", {0: Mark(Sign.REMOVED, ("a", "b"))}),
    ],
)
def test_a_mark_says_how_a_line_differs_and_what_stood_there(old: str, new: str, expected: dict[int, Mark]) -> None:
    """Added, changed and removed lines are told apart, each with the lines before."""
    assert marks(list(old), list(new)) == expected


def test_a_line_that_moved_is_gone_here_and_added_there() -> None:
    """Of a moved line both places are marked."""
    found = marks(list("abcde"), list("acbde"))
    assert sorted(mark.sign for mark in found.values()) == sorted([Sign.ADDED, Sign.REMOVED])


def test_texts_of_many_like_lines_are_compared_in_a_moment() -> None:
    """Three thousand closing brackets with a change at either end do not make the window wait."""
    old = ["first", *(["}", "{"] * 1500), "last"]
    new = ["1st", *(["}", "{"] * 1500), "2nd"]
    begun = perf_counter()
    found = changes(old, new)
    assert perf_counter() - begun < 1
    assert found[0].start == 0
    assert found[-1].end == len(old)
