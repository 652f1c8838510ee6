"""Policy documents: their spelling, their size, their Sids."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.aws.policy import Condition, Document, Effect, Principal, Statement, sid, with_unique_sids

STATEMENT = Statement(
    "ReadOwn",
    Effect.ALLOW,
    ("ec2:StartInstances", "ec2:StopInstances"),
    resources=("*",),
    conditions=(
        Condition("StringEquals", "aws:ResourceTag/team", ("${aws:PrincipalTag/team}",)),
        Condition("StringLike", "aws:PrincipalTag/team", ("?*",)),
        Condition("StringEquals", "aws:ResourceTag/stage", ("dev", "test")),
    ),
)


def test_order_of_keys():
    """A statement's keys stand in the order of AWS's examples, one value as itself, several as a list."""
    assert Document((STATEMENT,)).compact() == (
        '{"Version":"2012-10-17","Statement":[{"Sid":"ReadOwn","Effect":"Allow",'
        '"Action":["ec2:StartInstances","ec2:StopInstances"],"Resource":"*","Condition":'
        '{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}","aws:ResourceTag/stage":["dev","test"]},'
        '"StringLike":{"aws:PrincipalTag/team":"?*"}}}]}'
    )


def test_principal():
    """A trust policy's statement names its principal and no resource."""
    provider = Principal("Federated", ("arn:aws:iam::111122223333:saml-provider/Okta",))
    statement = Statement("SignIn", Effect.ALLOW, ("sts:AssumeRoleWithSAML",), principal=provider)
    assert list(statement.value()) == ["Sid", "Effect", "Principal", "Action"]
    assert statement.value()["Principal"] == {"Federated": provider.arns[0]}


def test_pretty_is_the_same_document():
    """The pretty text holds the same values, over several lines, with a newline at the end."""
    document = Document((STATEMENT,))
    assert json.loads(document.pretty()) == json.loads(document.compact())
    assert document.pretty().endswith("}\n")
    assert len(document.pretty().splitlines()) > 10


def test_size():
    """The size is the length of the compact text."""
    document = Document((STATEMENT,))
    assert document.size == len(document.compact())


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Zürich \t\r\n ÿ", ""),
        ("日本", "日本"),
        ("a\x00b\u0100a\x00", "\x00\u0100"),
        ("\u2028", "\u2028"),
        ("😀", "😀"),
    ],
)
def test_foreign_characters(text, foreign):
    """A policy may hold tab, line feed, carriage return and U+0020 to U+00FF; the rest is named, in keys too."""
    value = Statement("S", Effect.ALLOW, (text,), resources=("*",))
    key = Statement("S", Effect.ALLOW, ("a:B",), resources=("*",), conditions=(Condition("StringLike", text, ("x",)),))
    assert Document((value,)).foreign_characters() == tuple(foreign)
    assert Document((key,)).foreign_characters() == tuple(foreign)


@pytest.mark.parametrize("key", ["aws:ResourceTag/team", "aws:resourcetag/TEAM"])
def test_one_condition_a_key(key):
    """Two conditions with one operator and key, whatever its case, are refused, since JSON would drop one of them."""
    with pytest.raises(ValueError, match="ReadOwn"):
        Statement(
            "ReadOwn",
            Effect.ALLOW,
            ("a:B",),
            conditions=(*STATEMENT.conditions, Condition("StringEquals", key, ("x",))),
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("own-resources", "OwnResources"),
        ("Own resources 2", "OwnResources2"),
        ("S3 read/write", "S3ReadWrite"),
        ("Zürich", "Zurich"),
        ("日本", "Statement"),
        ("", "Statement"),
        ("a" * 100, "A" + "a" * 63),
    ],
)
def test_sid(text, expected):
    """A Sid is the text's words in ASCII letters and digits."""
    assert sid(text) == expected


@given(st.lists(st.text(max_size=6), max_size=8))
def test_sids_are_unique(texts):
    """No two statements of a document have one Sid, and each reads as a Sid may."""
    statements = with_unique_sids(Statement(sid(text), Effect.ALLOW, ("a:B",)) for text in texts)
    names = [statement.sid.lower() for statement in statements]
    assert len(set(names)) == len(texts)
    assert all(name.isascii() and name.isalnum() for name in names)


def test_numbers_behind_a_sid():
    """A second statement of one Sid gets a number, one that no other has."""
    statements = [Statement(name, Effect.ALLOW, ("a:B",)) for name in ("Own", "Own", "own2", "Own")]
    assert [statement.sid for statement in with_unique_sids(statements)] == ["Own", "Own2", "own22", "Own3"]
