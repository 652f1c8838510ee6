"""Tests of frozen values: what dataclasses would do, they do."""

import copy
import pickle
import subprocess
import sys
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace  # noqa: TID251 - to compare with
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.frozen import ABSENT, Frozen, is_kind, part, parts, replace


class Pair(Frozen):
    """Two parts, one of them with a default."""

    first: object
    second: object = "other"

    @cached_property
    def both(self) -> tuple[object, object]:
        """Return both parts."""
        return self.first, self.second


class Triple(Pair):
    """One part more."""

    third: object = part(default=3, metadata={"about": "The third."})


@dataclass(frozen=True)
class Twin:
    """The same as a dataclass."""

    first: object
    second: object = "other"


SIMPLE = st.one_of(st.none(), st.integers(), st.text(max_size=3), st.floats(allow_nan=False), st.booleans())
GIVEN = st.tuples(st.lists(SIMPLE, max_size=3), st.dictionaries(st.sampled_from(["first", "second", "odd"]), SIMPLE))


def made(kind: type[Any], given_: list[Any], named: dict[str, Any]) -> Any:
    """Return the value, or the kind of error where it cannot be made."""
    try:
        return kind(*given_, **named)
    except TypeError:
        return TypeError


@given(GIVEN, GIVEN)
def test_as_a_dataclass(one: Any, other: Any) -> None:
    """A value is made, refused, compared, hashed and shown as a frozen dataclass of the same parts."""
    ours, theirs = made(Pair, *one), made(Twin, *one)
    assert (ours is TypeError) == (theirs is TypeError)
    if ours is TypeError:
        return
    assert (ours.first, ours.second) == (theirs.first, theirs.second)
    assert repr(ours).replace("Pair", "Twin") == repr(theirs)
    mine, their = made(Pair, *other), made(Twin, *other)
    assert (ours == mine) == (theirs == their)
    if ours == mine:
        assert hash(ours) == hash(mine)


@given(GIVEN, st.dictionaries(st.sampled_from(["first", "second", "odd"]), SIMPLE))
def test_replaced(one: Any, changes: dict[str, Any]) -> None:
    """Parts are replaced as in a dataclass; a part that is none is refused."""
    ours, theirs = made(Pair, *one), made(Twin, *one)
    if ours is TypeError:
        return
    if "odd" in changes:
        with pytest.raises(TypeError):
            replace(ours, **changes)
        return
    new, their = replace(ours, **changes), dataclass_replace(theirs, **changes)
    assert (new.first, new.second) == (their.first, their.second)


def test_frozen() -> None:
    """No part can be changed, removed or added."""
    pair = Pair(1)
    for name in ("first", "second", "odd"):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(pair, name, 2)
        with pytest.raises(AttributeError, match="frozen"):
            delattr(pair, name)


def test_a_class_more_special() -> None:
    """A subclass has its own parts after those of its class, and is another class to compare with."""
    assert [(each.name, each.default) for each in parts(Triple)] == [
        ("first", ABSENT),
        ("second", "other"),
        ("third", 3),
    ]
    assert parts(Triple)[2].metadata == {"about": "The third."}
    assert Triple(1) != Pair(1)
    assert is_kind(Triple)
    assert not is_kind(Triple(1))


def test_what_is_cached_is_no_part() -> None:
    """A cached property neither counts in a comparison nor is carried into another value."""
    asked, fresh = Pair(1), Pair(1)
    assert asked.both == (1, "other")
    assert asked == fresh
    assert replace(asked, first=2).both == (2, "other")


def test_copied() -> None:
    """A value can be copied and pickled, as a worker process needs it."""
    for value in (Pair(1), Triple(1, third=(2,))):
        assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301


def test_no_command_waits_for_dataclasses() -> None:
    """What every command imports does without dataclasses and inspect, which take a sixth of its time."""
    program = "import sys; from wizard.__main__ import main; sys.argv[1:] = ['check', '-']; main(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], input="{version: 1, tags: []}", capture_output=True, text=True, check=True
    )
    assert {"dataclasses", "inspect", "unicodedata"}.isdisjoint(done.stdout.split())
