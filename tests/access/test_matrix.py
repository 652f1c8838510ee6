"""The matrix says of every pair what deciding it alone says, and counts each person and each resource once."""

import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wizard.access.call import Call, place
from wizard.access.carried import carried_by
from wizard.access.inventory import BrokenLine, Inventory, crowds, stocks
from wizard.access.matrix import Class, Matrix
from wizard.access.reach import role_reaches
from wizard.access.requests import Asked
from wizard.access.simulation import Simulation
from wizard.aws.coverage.service import Kind
from wizard.aws.evaluator.decision import Verdict
from wizard.frozen import replace
from wizard.plan.model import Aws, Grant, Level, Okta, Person, Plan, Role, Shared, Tag

ACCOUNTS = ("111122223333", "444455556666")
ARNS = (
    "arn:aws:ec2:us-east-1:{account}:instance/i-{number}",
    "arn:aws:ec2:eu-west-1:{account}:volume/vol-{number}",
    "arn:aws:ec2:us-east-1:{account}:subnet/subnet-{number}",
    "arn:aws:ec2:us-east-1::image/ami-{number}",
    "arn:aws:secretsmanager:us-east-1:{account}:secret:a/b-{number}",
    "arn:aws:dynamodb:us-east-1:{account}:table/t{number}",
    "arn:aws:dynamodb:us-east-1:{account}:table/t{number}/backup/b",
    "arn:aws:s3:::bucket-{number}",
    "arn:aws:s3:::bucket-{number}/key/of/it",
    "arn:aws:sqs:us-east-1:{account}:queue-{number}",
    "arn:aws:kms:us-east-1:{account}:alias/a{number}",
    "arn:aws-cn:ec2:cn-north-1:{account}:instance/i-{number}",
    "arn:aws:nowhere:us-east-1:{account}:thing/t{number}",
)
ACTIONS = (
    "ec2:*Instances", "ec2:AttachVolume", "ec2:*Tags", "ec2:*Volume*", "secretsmanager:*", "dynamodb:*", "s3:*",
    "sqs:*Message*", "kms:UpdateAlias", "ssm:StartSession",
)  # fmt: skip
ODD = ["", "a:b", ":a:", "A", "*", "R&D", "x" * 257]
TEXTS = st.sampled_from([*"ab" * 12, *ODD])
LISTS = [("a", "b"), ("b", "a"), ("a", "b", "A"), ("b",), ("a:b", "a"), ("a", ""), ()]
VALUES = st.sampled_from([*"ab" * 8, *ODD, None, *LISTS[:3] * 3, *LISTS])

tags = st.builds(
    Tag,
    key=st.just("team"),
    value=st.just("user.team"),
    required=st.booleans(),
    separator=st.sampled_from([None, None, ":", "/"]),
    transitive=st.sampled_from([False, False, True]),
    allowed=st.sampled_from([(), (), (), ("a", "b", "A", "a:b")]),
)
grants = st.builds(
    Grant,
    name=st.just("own"),
    actions=st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=6, unique=True).map(tuple),
    services=st.lists(st.sampled_from(["secretsmanager", "sqs"]), max_size=1).map(tuple),
    levels=st.sets(st.sampled_from(Level), max_size=3).map(tuple),
    match=st.lists(st.sampled_from(["team", "Project"]), min_size=1, max_size=2, unique=True).map(tuple),
    create=st.booleans(),
    shared=st.sampled_from(Shared),
    protect_tags=st.booleans(),
)
people = st.lists(st.fixed_dictionaries({"team": VALUES, "project": VALUES}), min_size=1, max_size=5)
TAGS = st.fixed_dictionaries({"team": TEXTS, "project": TEXTS}, optional={"Team": TEXTS, "Name": TEXTS})
OWNERS = st.sampled_from((*ACCOUNTS, *ACCOUNTS[:1] * 3))


@st.composite
def resources(draw: st.DrawFn) -> list[tuple[str, str, dict[str, str]]]:
    """Draw resources of at most three types, so that there are several of each."""
    arns = draw(st.lists(st.sampled_from(ARNS), min_size=1, max_size=3))
    return draw(st.lists(st.tuples(st.sampled_from(arns), OWNERS, TAGS | st.just({})), min_size=2, max_size=8))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of two tags, two grants and two roles."""
    team, project = draw(tags), replace(draw(tags), key="project", value="user.project")
    one, two = draw(grants), replace(draw(grants), name="second")
    roles = (Role("first", access=("own",)), Role("both", access=("own", "second")))
    accounts = ACCOUNTS[: draw(st.integers(1, 2))]
    return Plan("p", okta=Okta(), tags=(team, project), aws=Aws(accounts=accounts, roles=roles), access=(one, two))


def inventory(plan: Plan, everybody: list[dict[str, Any]], everything: list[tuple[str, dict[str, str]]]) -> Inventory:
    """Return people and resources as the files of them are read."""
    users = [{"profile": {"login": f"p{number}", **profile}} for number, profile in enumerate(everybody)]
    listed = [{"arn": arn, "tags": held} for arn, held in everything]
    broken: list[BrokenLine] = []
    (who,) = crowds((plan,), io.BytesIO(json.dumps(users).encode()), broken)
    what = stocks((plan,), io.BytesIO(json.dumps(listed).encode()), broken)
    assert not broken
    return Inventory(who, what)


def one_by_one(
    simulation: Simulation, account: str, role: Role, person: Person, resource: tuple[str, dict[str, str]]
) -> set[str]:
    """Return the actions of the plan that a person may do to a resource, each decided by itself."""
    plan, (arn, held) = simulation.plan, resource
    allowed = set()
    for action in role_reaches(plan)[role.name].actions:
        kind = action.group.kind
        type_ = place(action, arn).type
        made = any(one.created for one in action.group.touched if one.type.name == type_)
        if not type_ or (made and kind is not Kind.CREATE_OR_REPLACE):
            continue
        changing = kind in (Kind.SET_TAGS, Kind.REMOVE_TAGS, Kind.REPLACE_TAGS)
        call = Call(action, arn, held, {"Name": "x"} if changing else {})
        answer = simulation.answer(Asked("", carried_by(plan, person), account, role, call))
        if answer.verdict is Verdict.ALLOWED:
            allowed.add(action.name)
    return allowed


@given(plans(), people, resources())
def test_the_matrix_equals_deciding_every_pair(
    plan: Plan, everybody: list[dict[str, Any]], drawn: list[tuple[str, str, dict[str, str]]]
) -> None:
    """For random plans, people and resources each person may do to each resource what the matrix says, and no more."""
    everything = [
        (arn.format(account=account, number=number), held) for number, (arn, account, held) in enumerate(drawn)
    ]
    expected: dict[tuple[str, str, str, str], set[str]] = {}
    simulation = Simulation(plan)
    for account in plan.aws.accounts:
        for role in plan.aws.roles:
            for profile in everybody:
                person = Person("p", tuple(profile.items()))
                for arn, held in everything:
                    found = one_by_one(simulation, account, role, person, (arn, held))
                    if found:
                        expected.setdefault((account, role.name, repr(carried_by(plan, person)), arn), found)
    seen: dict[tuple[str, str, str, str], set[str]] = {}
    classes: set[tuple[object, ...]] = set()
    for arn, held in everything:
        matrix = Matrix(plan, inventory(plan, everybody, [(arn, held)]))
        for each in matrix.classes():
            who = repr(matrix.held.people[each.person].carried)
            seen[each.account, each.role, who, arn] = set(each.allowed)
            classes.add(_class(matrix, each))
    assert seen == expected
    together = Matrix(plan, inventory(plan, everybody, everything))
    assert {_class(together, each) for each in together.classes()} == classes
    _same_as_alone(Matrix(plan, together.held), expected, everybody, everything)


def _class(matrix: Matrix, each: Class) -> tuple[object, ...]:
    """Return what a class says, without how many it is about."""
    stock = matrix.held.resources[each.resource]
    who = repr(matrix.held.people[each.person].carried)
    return each.account, each.role, who, stock.kind.name, stock.kind.place, tuple(stock.tags.items()), each.allowed


def _same_as_alone(
    matrix: Matrix,
    expected: dict[tuple[str, str, str, str], set[str]],
    everybody: list[dict[str, Any]],
    everything: list[tuple[str, dict[str, str]]],
) -> None:
    """See that all resources together give the same as each alone, in numbers."""
    listed = list(matrix.classes())
    pairs = sum(matrix.held.resources[each.resource].count * len(each.allowed) for each in listed)
    assert pairs == sum(map(len, expected.values()))
    reached = {who for _, _, who, _ in expected}
    plan = matrix.plan
    alone = [profile for profile in everybody if repr(carried_by(plan, Person("p", tuple(profile.items())))) in reached]
    assert matrix.people_without == len(everybody) - len(alone)
    assert matrix.resources_without == len(everything) - len({arn for *_, arn in expected})
    everyone = list(Matrix(plan, matrix.held).classes(everything=True))
    assert [each for each in everyone if each.allowed] == listed
    assert len(everyone) == len(listed) + matrix.empty
