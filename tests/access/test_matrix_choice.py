"""Parts of the matrix, asked for without the whole: what the app looks at is what the command writes."""

import io
import json

import pytest

from wizard.access.matrix import Inventory, Matrix, crowds, stocks
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text

PLAN = """
version: 1
tags: [{key: team, value: user.team}]
aws: {accounts: ["111122223333", "444455556666"], roles: [{name: one, access: [own]}, {name: two, access: []}]}
access: [{name: own, actions: ['ec2:StopInstances', 'ec2:StartInstances'], match: [team]}]
"""
PEOPLE = b"login,team\na,red\nb,blue\nc,red\nd,\n"
RESOURCES = [
    {"arn": "arn:aws:ec2:us-east-1:111122223333:instance/i-1", "tags": {"team": "red"}},
    {"arn": "arn:aws:ec2:us-east-1:444455556666:instance/i-2", "tags": {"team": "blue"}},
    {"arn": "arn:aws:ec2:us-east-1:444455556666:instance/i-3", "tags": {}},
]


def go_on() -> None:
    """Go on."""


@pytest.fixture
def plan() -> Plan:
    """Return a plan of two accounts and two roles."""
    return plan_from_text(PLAN)


@pytest.fixture
def held(plan: Plan) -> Inventory:
    """Return three classes of people and three of resources."""
    (people,) = crowds((plan,), io.BytesIO(PEOPLE), [])
    return Inventory(people, stocks((plan,), io.BytesIO(json.dumps(RESOURCES).encode()), []))


@pytest.mark.parametrize("everything", [True, False])
def test_all_chosen_is_the_whole(plan: Plan, held: Inventory, everything: bool) -> None:
    """Choosing everybody and everything gives the classes of the matrix, in their order."""
    whole = list(Matrix(plan, held).classes(everything=everything))
    chosen = Matrix(plan, held).chosen(range(3), range(3), go_on, everything=everything)
    assert list(chosen) == whole
    assert whole


def test_what_is_chosen_is_that_part_of_the_whole(plan: Plan, held: Inventory) -> None:
    """Of the matrix's classes those of the chosen people and resources are left."""
    whole = list(Matrix(plan, held).classes(everything=True))
    chosen = list(Matrix(plan, held).chosen([1], {1}, go_on, everything=True))
    assert chosen == [each for each in whole if each.person == 1 and each.resource == 1]
    assert {each.account for each in chosen} == {"444455556666"}


def test_counting_says_what_listing_says_and_counts_nothing_twice(plan: Plan, held: Inventory) -> None:
    """The counts are those of a whole listing; what is chosen afterwards leaves them alone."""
    listed, counted = Matrix(plan, held), Matrix(plan, held)
    list(listed.classes())
    assert len(list(counted.counted())) == counted.turns() == 2 * 2 * 3
    list(counted.chosen(range(3), range(3), go_on))
    for name in ("empty", "people_without", "resources_without"):
        assert getattr(counted, name) == getattr(listed, name)
    assert (counted.people_without, counted.resources_without) == (1, 1)


def test_a_search_ends_where_it_is_told_to(plan: Plan, held: Inventory) -> None:
    """What `go_on` raises ends the search before the next class of people."""

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        next(Matrix(plan, held).chosen(range(3), range(3), stop))
