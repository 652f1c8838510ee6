"""Parts of the matrix, asked for without the whole: what the app looks at is what the command writes."""

import io
import json

import pytest

from wizard.access.inventory import Inventory, crowds, stocks
from wizard.access.matrix import Matrix
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
    matrix = Matrix(plan, held)
    chosen = matrix.chosen(range(3), range(3), go_on, everything=everything)
    assert [matrix.explained(each) for each in chosen] == whole
    assert whole


def test_what_is_chosen_is_that_part_of_the_whole(plan: Plan, held: Inventory) -> None:
    """Of the matrix's classes those of the chosen people and resources are left."""
    whole = list(Matrix(plan, held).classes(everything=True))
    matrix = Matrix(plan, held)
    chosen = [matrix.explained(each) for each in matrix.chosen([1], {1}, go_on, everything=True)]
    assert chosen == [each for each in whole if each.person == 1 and each.resource == 1]
    assert {each.account for each in chosen} == {"444455556666"}


def test_refused_actions_are_chosen_by_name_and_explained_when_asked(plan: Plan, held: Inventory) -> None:
    """A class is found without its reasons; a part of it is explained as that part."""
    matrix = Matrix(plan, held)
    each = next(matrix.chosen([1], {0}, go_on, everything=True))
    assert each.refused == {"ec2:StartInstances": "", "ec2:StopInstances": ""}
    part = matrix.explained(each._replace(refused={"ec2:StopInstances": ""}))
    assert list(part.refused) == ["ec2:StopInstances"]
    assert '"blue"' in part.refused["ec2:StopInstances"]


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
