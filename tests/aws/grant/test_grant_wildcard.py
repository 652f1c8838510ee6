"""Wildcards: shorter lists of actions that cover exactly the same ones."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.aws.coverage.table import coverage
from wizard.aws.grant.wildcard import shortened


@pytest.mark.parametrize("prefix", ["ec2", "s3", "apigateway", "iam", "sqs"])
def test_whole_service(prefix):
    """All actions of a service are one wildcard."""
    service = coverage().service(prefix)
    assert shortened(service, service.names) == (f"{prefix}:*",)


def test_words():
    """A wildcard stands at the end of a word, for two actions at least, and never for one that is not meant."""
    service = coverage().service("sqs")
    queues = [name for name in service.names if name.startswith("List")]
    assert shortened(service, queues) == ("sqs:List*",)
    assert shortened(service, queues[1:])[0] != "sqs:List*"
    assert shortened(service, ["SendMessage"]) == ("sqs:SendMessage",)
    assert shortened(service, []) == ()


@settings(max_examples=80)
@given(st.data(), st.sampled_from(["ec2", "s3", "iam", "glue", "rds", "apigateway", "dynamodb"]))
def test_exactly_the_same(data, prefix):
    """The shortened list covers the given actions of the table and no other, each once, and is sorted."""
    service = coverage().service(prefix)
    beginnings = data.draw(st.lists(st.sampled_from([name[:7] for name in service.names]), max_size=12))
    wanted = {name for name in service.names if name.startswith(tuple(beginnings))} if beginnings else set()
    wanted ^= set(data.draw(st.lists(st.sampled_from(service.names), max_size=12)))
    found = shortened(service, wanted)
    patterns = [pattern.partition(":")[2].lower() for pattern in found]
    for name in service.names:
        assert sum(fnmatchcase(name.lower(), pattern) for pattern in patterns) == (name in wanted)
    assert patterns == sorted(patterns)
