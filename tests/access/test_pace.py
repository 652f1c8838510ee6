"""Long work asks now and then whether it shall go on."""

import io
from itertools import count

import pytest

from wizard.access.inventory import Inventory, crowds, stocks
from wizard.access.matrix import Matrix
from wizard.access.pace import GoOn, paced
from wizard.plan.reader import plan_from_text

PLAN = plan_from_text("""
version: 1
tags: [{key: team, value: user.team}]
aws: {accounts: ["111122223333"], roles: [{name: one, access: [own]}]}
access: [{name: own, actions: ['ec2:StopInstances'], match: [team]}]
""")
MANY = 3_000
PEOPLE = "login,team\n" + "".join(f"p{number},team{number}\n" for number in range(MANY))
RESOURCES = "arn,team\n" + "".join(
    f"arn:aws:ec2:us-east-1:111122223333:instance/i-{number},team{number}\n" for number in range(MANY)
)


class Stopped(Exception):
    """Nobody waits any more."""


def stopping(after: int) -> GoOn:
    """Return what goes on so many times, and then ends the work."""
    calls = count(1)

    def go_on() -> None:
        if next(calls) > after:
            raise Stopped

    return go_on


def held() -> Inventory:
    """Return three thousand classes on either side."""
    (people,) = crowds((PLAN,), io.BytesIO(PEOPLE.encode()), [])
    return Inventory(people, stocks((PLAN,), io.BytesIO(RESOURCES.encode()), []))


def test_pace() -> None:
    """It is asked before the first item, and every some hundred items."""
    asked: list[int] = []
    assert list(paced(range(2_000), lambda: asked.append(1))) == list(range(2_000))
    assert len(asked) == 4
    first = paced(range(2_000), stopping(0))
    with pytest.raises(Stopped):
        next(first)


@pytest.mark.parametrize("after", range(6))
def test_reading_people_ends(after: int) -> None:
    """Making classes of people ends where it is told to."""
    with pytest.raises(Stopped):
        crowds((PLAN,), io.BytesIO(PEOPLE.encode()), [], stopping(after))


@pytest.mark.parametrize("after", range(7))
def test_reading_resources_ends(after: int) -> None:
    """Making ready what the roles reach, and making classes of resources, end where they are told to."""
    with pytest.raises(Stopped):
        stocks((PLAN,), io.BytesIO(RESOURCES.encode()), [], stopping(after))


@pytest.mark.parametrize("after", range(0, 48, 6))
def test_counting_ends_before_the_first_turn(after: int) -> None:
    """While pairs are searched for, no turn is over yet; the search ends where it is told to all the same."""
    turns = []
    with pytest.raises(Stopped):
        turns.extend(Matrix(PLAN, held()).counted(stopping(after)))
    assert turns == []


def test_a_search_that_was_ended_can_begin_anew() -> None:
    """What was ended halfway leaves no half of a matrix behind."""
    matrix, whole = Matrix(PLAN, held()), Matrix(PLAN, held())
    with pytest.raises(Stopped):
        list(matrix.counted(stopping(20)))
    assert list(matrix.classes()) == list(whole.classes())
