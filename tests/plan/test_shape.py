"""Tests of the shape that is told from the plan's classes."""

import pytest

from wizard.frozen import Frozen, part
from wizard.plan.model import Partition, Role, Tag
from wizard.plan.shape import Choice, ListOf, Text, Whole, plan_shape, record


def test_keys_are_the_fields() -> None:
    """A record's keys are the class's fields, in their order, with what they need and default to."""
    keys = {key.name: key for key in record(Role).keys}
    assert list(keys) == ["name", "session_duration", "access", "trusted_roles"]
    assert [key.needed for key in keys.values()] == [True, False, False, False]
    assert isinstance(keys["session_duration"].shape, Whole)
    assert keys["session_duration"].default == 3600
    assert isinstance(keys["access"].shape, ListOf)
    assert isinstance(keys["access"].shape.item, Text)


def test_choices() -> None:
    """An enumeration and a field with choices take fixed texts; only an optional one takes null."""
    separator = record(Tag).key("separator")
    assert separator
    assert isinstance(separator.shape, Choice)
    assert separator.nullable
    aws = plan_shape().key("aws")
    assert aws
    partition = record(aws.default.__class__).key("partition").shape
    assert (partition.texts, partition.value) == (("aws", "aws-cn", "aws-us-gov"), Partition)


def test_type_without_a_form() -> None:
    """A field of a type that a file cannot hold is an error of the program, and loud."""

    class Odd(Frozen):
        when: complex = part(default=0j, metadata={"about": "Odd."})

    with pytest.raises(TypeError, match="complex"):
        record(Odd)
