"""Tests of reading hostile and damaged text: it is refused in time, and never anything but an error."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.named import PLANS
from tests.plan.reading import HEAD, complaint, is_plan, problems
from wizard.plan.error import PlanError
from wizard.plan.reader import plan_from_text, read_plan


def test_aliases_are_counted_in_full() -> None:
    """A plan that is well formed but grows past the limit under its aliases is refused where it does."""
    profile = ", ".join(f"a{n}: x" for n in range(1000))
    people = "\n".join(f"- {{login: p{n}, profile: *p}}" for n in range(30))
    text = HEAD + "people:\n- {login: p, profile: &p {" + profile + "}}\n" + people
    assert complaint(text) == (
        "28:25: Up to here the plan has more than 50,000 values, aliases counted in full; that is too many"
    )
    assert len(plan_from_text("\n".join(text.splitlines()[:25])).people) == 22


def test_aliases_that_nest_too_deep() -> None:
    """Lists that stand deep within one another through aliases are refused as if they were written out."""
    text = "version: 1\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 25))
    assert problems(text) == [(21, 12, "")]


EXPLOSIONS = {
    "nested aliases": "version: 1\na0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 10_000)),
    "flat aliases": "version: 1\ntags: &t [" + "{key: a, value: b}," * 300 + "]\n" + "people: [" + "*t," * 10_000 + "]",
    "many tags": "version: 1\ntags:\n" + "- {}\n" * 100_000,
    "many whole tags": "version: 1\ntags:\n" + "- {key: a, value: b}\n" * 100_000,
    "many keys": "version: 1\ntags: []\n" + "".join(f"k{n}: 1\n" for n in range(60_000)),
    "one long key": "version: 1\n" + "k" * 1_000_000 + ": 1",
    "one long number": "version: 1\ntags: []\nname: " + "9" * 1_000_000,
    "one long text of brackets": "[" * 1_000_000,
    "one long text of braces": "{" * 1_000_000,
    "one long text of questions": "? " * 500_000,
    "one long text of dashes": "- " * 500_000,
    "50 MB": "#" + "x" * 50_000_000,
}


@pytest.fixture
def _unwatched() -> Iterator[None]:
    """Keep the measuring of coverage, which takes six times the work itself, out of the time."""
    watching = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(watching)


@pytest.mark.usefixtures("_unwatched")
@pytest.mark.parametrize("text", EXPLOSIONS.values(), ids=EXPLOSIONS)
def test_explosions(text: str) -> None:
    """A file that is too large, too deep or grows under its aliases is refused in under a second."""
    begin = process_time()
    complaint(text.encode())
    assert process_time() - begin < 1


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """Of a file that is too large no more is read than tells so; an endless one is refused too."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(PlanError, match="The file is larger than 1,048,576 bytes"):
        read_plan(path)


@given(st.one_of(st.text(), st.binary(), st.text("[]{}:,-#&*!|>'\"%@`?~<= \n\tab01.")))
def test_any_text_is_a_plan_or_an_error(text: str | bytes) -> None:
    """Whatever the text, the reader returns a plan or raises PlanError with at least one problem."""
    assert is_plan(text) or problems(text)


@given(st.sampled_from(sorted(PLANS)), st.data())
def test_damaged_plans(name: str, data: st.DataObject) -> None:
    """A plan file with a piece cut out or put in is a plan or a PlanError."""
    text = PLANS[name].read_text(encoding="utf-8")[:4000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 50)))
    piece = data.draw(st.text("[]{}:,-#&*!|>'\"%@`?~ \n\tab01", max_size=5))
    damaged = text[:start] + piece + text[end:]
    assert is_plan(damaged) or problems(damaged)
