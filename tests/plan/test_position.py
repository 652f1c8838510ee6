"""Tests of finding a path's place in the text of a plan file."""

import pytest

from tests.named import PLANS
from wizard.plan.error import PlanError
from wizard.plan.position import Positions

TEXT = """\
version: 1
tags:
  - key: team
    value: user.team
people:
  - {login: a, profile: {"a b": [x, z]}}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", (1, 1)),
        ("tags", (3, 3)),
        ("tags[0]", (3, 5)),
        ("tags[0].value", (4, 12)),
        ('people[0].profile["a b"][1]', (6, 37)),
        ("tags[0].separator", (3, 5)),
        ("tags[7].key", (3, 3)),
        ("aws.accounts[0]", (1, 1)),
        ("tags[0].key.x", (3, 10)),
    ],
)
def test_positions(path: str, place: tuple[int, int]) -> None:
    """A path leads to its line and column; one that the file leaves out leads to what would hold it."""
    assert Positions(TEXT).position(path) == place


def test_unreadable() -> None:
    """A text that is no document has no positions."""
    with pytest.raises(PlanError):
        Positions("[")


def test_windows_line_ends() -> None:
    """Line ends of Windows and a byte-order mark do not move a place."""
    data = b"\xef\xbb\xbf" + PLANS["full"].read_bytes().replace(b"\n", b"\r\n")
    assert Positions(data).position("tags[1].key") == Positions(PLANS["full"].read_bytes()).position("tags[1].key")
