"""What is remembered of parts of a plan."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest

from wizard.plan.memory import remembered
from wizard.plan.model import Tag


def test_same_parts_one_answer() -> None:
    """The very same parts give the very same answer, made once."""
    made = []

    @remembered(4)
    def joined(tag: Tag, text: str) -> list[str]:
        made.append(tag.key)
        return [tag.key, text]

    tag = Tag("team", "user.team")
    assert joined(tag, "a") is joined(tag, "a")
    assert made == ["team"]


def test_equal_parts_are_not_the_same() -> None:
    """Parts that compare equal and are not alike, as 1 and True, have answers of their own."""

    @remembered(4)
    def spelled(parts: tuple[object, ...]) -> str:
        return repr(parts)

    numbers, truths = (1, 0), (True, False)
    assert numbers == truths
    assert [spelled(numbers), spelled(truths)] == ["(1, 0)", "(True, False)"]


def test_part_is_held() -> None:
    """No part takes the place of one that is gone, since what is remembered holds its parts."""

    @remembered(10_000)
    def key(tag: Tag) -> str:
        return tag.key

    for number in range(2_000):
        assert key(Tag(f"key{number}", "user.a")) == f"key{number}"
        if number % 500 == 0:
            gc.collect()


def test_bounded() -> None:
    """No more answers are remembered than was said; the oldest goes first."""
    made = []

    @remembered(2)
    def key(tag: Tag) -> str:
        made.append(tag.key)
        return tag.key

    tags = [Tag(name, "user.a") for name in "abc"]
    for place in (0, 1, 0, 2, 1, 2, 0):
        key(tags[place])
    assert made == ["a", "b", "c", "a"]


def test_threads() -> None:
    """Threads that ask for more than is remembered get their own answers, each."""

    @remembered(3)
    def key(tag: Tag) -> str:
        return tag.key

    tags = [Tag(f"key{number}", "user.a") for number in range(20)]

    def answers(_thread: int) -> list[str]:
        return [key(tag) for _round in range(200) for tag in tags]

    with ThreadPoolExecutor(4) as threads:
        assert all(found == [tag.key for tag in tags] * 200 for found in threads.map(answers, range(4)))


def test_error_is_not_remembered() -> None:
    """A function that failed is asked again."""
    failing = [ValueError("once")]

    @remembered(2)
    def key(tag: Tag) -> str:
        if failing:
            raise failing.pop()
        return tag.key

    tag = Tag("team", "user.team")
    with pytest.raises(ValueError, match="once"):
        key(tag)
    assert key(tag) == "team"
