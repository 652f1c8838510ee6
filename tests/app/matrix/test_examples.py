"""Typed examples of resources."""

import pytest

from tests import named
from wizard.access.kind import Kinds
from wizard.app.matrix.examples import NoExample, example, proposed
from wizard.frozen import replace
from wizard.plan.model import Partition, Person

PLAN = named.plan("team-project")


def test_a_type_stands_for_a_resource_in_the_plans_first_account() -> None:
    """The ARN is of the type, in the account, with the tags that follow."""
    arn, tags = example("ec2:instance, team=platform, project = apollo", PLAN)
    assert arn == f"arn:aws:ec2:us-east-1:{PLAN.aws.accounts[0]}:instance/example"
    assert tags == {"team": "platform", "project": "apollo"}


def test_an_arn_is_taken_as_it_is() -> None:
    """Who names a resource means that one."""
    arn = "arn:aws:s3:::a-bucket"
    assert example(f"{arn}, team=a, b", PLAN) == (arn, {"team": "a, b"})


@pytest.mark.parametrize(
    ("partition", "region"), [(Partition.CHINA, "cn-north-1"), (Partition.GOV_CLOUD, "us-gov-west-1")]
)
def test_a_type_lies_in_the_plans_partition(partition: Partition, region: str) -> None:
    """An example of a Chinese plan is no resource of the other partition."""
    plan = replace(PLAN, aws=replace(PLAN.aws, partition=partition))
    assert example("ec2:instance", plan).arn.startswith(f"arn:{partition}:ec2:{region}:")


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("ec3:instance", "ec2"),
        ("ec2:instanse", "instance"),
        ("nothing", "service"),
        ("ec2:", "ec2 has no resource type"),
    ],
)
def test_what_names_nothing_is_told_with_what_is_near(line: str, near: str) -> None:
    """A misspelled type is answered with the spelling that is meant."""
    with pytest.raises(NoExample, match=near):
        example(line, PLAN)


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_every_proposed_example_is_one(name: str) -> None:
    """What the plan suggests is a resource of the type that it names, untagged and with each person's tags."""
    plan = named.plan(name)
    lines = proposed(plan)
    for line in lines:
        found = example(line, plan)
        prefix = line.partition(":")[0]
        kind = Kinds([prefix]).of(found.arn)
        assert kind is not None
        assert kind.name == line.partition(",")[0]
    assert len(set(lines)) == len(lines)


def test_examples_are_owned_by_sample_people_and_by_nobody() -> None:
    """A type stands once with the tags of a person, once without any."""
    assert proposed(named.plan("team-project"))[:2] == (
        "ec2:instance, team=platform, project=apollo",
        "ec2:instance",
    )


def test_a_person_whose_tags_a_line_cannot_hold_suggests_nothing() -> None:
    """An example never says other tags than the person's."""
    person = Person("eve", (("team", "a, b=c"), ("project", "apollo")))
    assert "=c" not in " ".join(proposed(replace(PLAN, people=(person,))))
