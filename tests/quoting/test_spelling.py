"""Finding the name that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.quoting.spelling import nearest


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("taem", ["project", "team"], "team"),
        ("Team", ["team"], "team"),
        ("projekt", ["product", "project"], "project"),
        ("costcenter", ["cost-center"], "cost-center"),
        ("x", ["y"], None),
        ("x", ["team"], None),
        ("", ["team"], None),
        ("", [], None),
        ("team", [], None),
        ("environment", ["team"], None),
        ("ab", ["ba", "ab"], "ab"),
        ("t" * 129, ["t" * 128], None),
    ],
)
def test_the_nearest_name_is_found(text: str, names: list[str], meant: str | None) -> None:
    """A slip of up to a third of the letters finds the name; more finds none, and huge texts are not compared."""
    assert nearest(text, names) == meant


@given(st.text(min_size=2, max_size=20), st.lists(st.text(max_size=20)))
def test_a_name_that_exists_is_nearest_to_itself(text: str, names: list[str]) -> None:
    """Among whatever names, the same one in whatever place is nearest."""
    found = nearest(text, [*names, text])
    assert found is not None
    assert found.casefold() == text.casefold()
