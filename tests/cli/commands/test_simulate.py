"""``simulate`` signs people in through the plan, decides each request, and says why."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.two_roles import INSTANCE, PLAN, STORED
from tests.cli.conftest import Ended, Run


def request(**more: Any) -> dict[str, Any]:
    """Return a request that is allowed, but for what is given otherwise."""
    start = {"action": "ec2:StartInstances", "resource": INSTANCE, "resource_tags": {"team": "platform"}}
    return {"id": "r", "tags": {"team": "platform"}, "account": "111122223333", "role": "teams"} | start | more


def secret(**more: Any) -> dict[str, Any]:
    """Return a request for a secret by somebody with a list of projects."""
    asked = {"account": "444455556666", "role": "projects", "action": "secretsmanager:GetSecretValue"}
    return {"person": "ada@example.com", **asked, "resource": STORED} | more


def asked(run: Run, plan: Path, *requests: dict[str, Any], form: str = "json") -> Ended:
    """Return how the command ends that is asked for these requests."""
    return run("simulate", plan, "--requests", "-", "--format", form, stdin=json.dumps(requests).encode())


def decisions(ended: Ended) -> list[dict[str, Any]]:
    """Return the decisions of a command that answered everything."""
    assert (ended.status, ended.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(ended.out)["decisions"]
    return found


def one(run: Run, plan: Path, asking: dict[str, Any]) -> tuple[str, str]:
    """Return the decision on one request, and its reasons as one text."""
    (found,) = decisions(asked(run, plan, asking))
    assert (found["by"] is None) == (found["decision"] == "not-allowed")
    return found["decision"], "; ".join(found["because"])


def test_requests_are_answered_in_their_order(outside: Run, two: Path) -> None:
    """Each with its id as it was given, the decision, and what decided it."""
    requests = [request(id="x"), request(id=7, resource_tags={"team": "data"}), request(id="x")]
    ended = outside("simulate", two, "--requests", "-", "--format", "json", stdin=json.dumps(requests).encode())
    found = decisions(ended)
    assert [(each["id"], each["decision"]) for each in found] == [
        ("x", "allowed"), (7, "not-allowed"), ("x", "allowed"),
    ]  # fmt: skip
    assert found[0]["by"] == {"policy": "own", "statement": "Own"}
    assert all(word in found[1]["because"][0] for word in ('"data"', '"platform"', "aws:ResourceTag/team"))


def test_a_person_signs_in_with_what_okta_sends(run: Run, two: Path) -> None:
    """A login of the plan, a profile, and an Okta user give the tags; a list is joined with its separator."""
    profile = {"team": "platform", "projects": ["apollo"]}
    for person in ("ada@example.com", profile, {"id": "00u1", "profile": profile}):
        assert one(run, two, secret(person=person, resource_tags={"projects": "apollo"}))[0] == "allowed"
        assert one(run, two, secret(person=person, resource_tags={"projects": "apol"}))[0] == "not-allowed"


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({"team": "R&D"}, 'holds "&"'),
        ({"team": "x" * 257}, "257 characters; AWS allows 256"),
        ({"team": ""}, "aws:RequestTag/team"),
        ({}, "aws:RequestTag/team"),
        ({"team": ["a", "b"]}, "2 values; AWS takes one"),
        ({"team": "platform", "other": "x"}, "aws:TagKeys"),
        ({"Team": "platform"}, "aws:TagKeys"),
        ({"team": "platform", "TEAM": "platform"}, "duplicates"),
        ({"team": "aws:x"}, "keeps for itself"),
        ({"team": "platform", "projects": "apollo"}, ""),
    ],
)
def test_what_aws_refuses_at_sign_in_refuses_everything(run: Run, two: Path, tags: dict[str, Any], reason: str) -> None:
    """A value that AWS does not take, a required tag that lacks or is empty, and a key that is not the plan's."""
    decision, because = one(run, two, request(tags=tags, resource_tags={"team": "platform"}))
    assert decision == ("not-allowed" if reason else "allowed")
    assert not reason or (because.startswith("sign-in:") and reason in because)


def test_a_transitive_key_without_its_tag_is_refused(run: Run, two: Path) -> None:
    """TransitiveTagKeys names it for everybody, and AWS refuses a key that is no tag of the request."""
    two.write_text(PLAN.replace("required: false}", "required: false, transitive: true}"))
    assert "transitive key projects" in one(run, two, request())[1]
    assert one(run, two, request(tags={"team": "platform", "projects": ":a:"}))[0] == "allowed"


def test_a_person_of_the_plan_that_aws_refuses(run: Run, two: Path) -> None:
    """R&D signs in nowhere, although the resource is tagged just so."""
    decision, because = one(run, two, secret(person="rnd@example.com", resource_tags={"team": "R&D"}))
    assert decision == "not-allowed"
    assert because.startswith('sign-in: the tag team holds "&"')


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"action": "ec2:DescribeInstances"}, "no statement"),
        ({"action": "kms:UpdateAlias", "resource": "arn:aws:kms:us-east-1:111122223333:alias/a"}, "no statement"),
        ({"resource": "arn:aws:ec2:us-east-1:111122223333:volume/v"}, "is a resource of the type volume"),
        ({"resource": "*"}, "* names none"),
        ({"resource": "arn:aws:ec2:us-east-1:444455556666:instance/i"}, "belongs to the account 444455556666"),
        ({"resource": "arn:aws-cn:ec2:cn-north-1:111122223333:instance/i"}, "partition aws-cn"),
        ({"resource_tags": {}}, "the request does not carry it"),
        ({"resource_tags": {"team": ""}}, 'the request has ""'),
        ({"role": "projects"}, "no statement"),
    ],
)
def test_what_cannot_be_is_not_allowed(run: Run, two: Path, more: dict[str, Any], reason: str) -> None:
    """Another type than the action works on, another account or partition, no tag or an empty one, another role."""
    assert one(run, two, request())[0] == "allowed"
    decision, because = one(run, two, request(**more))
    assert decision == "not-allowed"
    assert reason in because


def test_a_key_that_aws_does_not_supply_is_not_in_the_context(run: Run, two: Path) -> None:
    """Tags of an S3 object are not its aws:ResourceTag, the bucket's are; a backup of DynamoDB has none at all."""
    two.write_text(PLAN.replace("ec2:AttachVolume", "s3:GetObject, dynamodb:DeleteBackup, dynamodb:GetItem"))
    item = request(action="s3:GetObject", resource="arn:aws:s3:::bucket/key")
    assert one(run, two, item)[0] == "not-allowed"
    assert "bucket_tags" in one(run, two, item)[1]
    assert one(run, two, item | {"bucket_tags": {"team": "platform"}, "resource_tags": {}})[0] == "allowed"
    table = "arn:aws:dynamodb:us-east-1:111122223333:table/t"
    assert one(run, two, request(action="dynamodb:GetItem", resource=table))[0] == "allowed"
    for action in ("dynamodb:GetItem", "dynamodb:DeleteBackup"):
        assert one(run, two, request(action=action, resource=f"{table}/backup/b"))[0] == "not-allowed"


CREATING = """\
version: 1
tags: [{key: team, value: user.team}]
aws: {accounts: ["111122223333"], roles: [{name: teams, access: [own]}]}
access: [{name: own, services: [ec2], levels: [read, write, tagging], match: [team]}]
"""


@pytest.mark.parametrize(
    ("action", "tags", "sent", "more", "decision"),
    [
        ("ec2:RunInstances", {}, {"team": "platform"}, {}, "allowed"),
        ("ec2:RunInstances", {}, {"team": "data"}, {}, "not-allowed"),
        ("ec2:RunInstances", {}, {}, {}, "not-allowed"),
        ("ec2:CreateTags", {}, {"team": "platform"}, {"ec2:CreateAction": "RunInstances"}, "allowed"),
        ("ec2:CreateTags", {}, {"team": "platform"}, {}, "not-allowed"),
        ("ec2:CreateTags", {"team": "platform"}, {"Name": "x"}, {}, "allowed"),
        ("ec2:CreateTags", {"team": "platform"}, {"TEAM": "data"}, {}, "denied"),
        ("ec2:CreateTags", {"team": "data"}, {"Name": "x"}, {}, "not-allowed"),
        ("ec2:DeleteTags", {"team": "platform"}, {"Name": ""}, {}, "allowed"),
        ("ec2:DeleteTags", {"team": "platform"}, {"team": ""}, {}, "denied"),
    ],
)
def test_creating_and_tagging(
    run: Run,
    tmp_path: Path,
    *,
    action: str,
    tags: dict[str, str],
    sent: dict[str, str],
    more: dict[str, str],
    decision: str,
) -> None:
    """What is created must be tagged as one's own; nobody gives a matched tag away, removes it, or takes it over."""
    plan = tmp_path / "creating.yaml"
    plan.write_text(CREATING)
    asking = request(action=action, resource_tags=tags, request_tags=sent, context=more)
    (found,) = decisions(asked(run, plan, asking))
    assert found["decision"] == decision


@pytest.mark.parametrize(
    ("requests", "told"),
    [
        (
            [request(action="ec2:StartInstance")],
            "$[0].action: AWS has no action ec2:StartInstance; the nearest: ec2:Start",
        ),
        ([request(), request(action="ecc2:StartInstances")], "$[1].action: ecc2:StartInstances: AWS has no service"),
        ([request(action="ec2:*")], "$[0].action: AWS has no action ec2:*"),
        ([request(account="999988887777")], "it has 111122223333, 444455556666"),
        ([request(role="admin")], "it has teams, projects"),
        ([secret(person="eve@example.com")], "it has ada@example.com, rnd@example.com"),
        ([request(person="ada@example.com")], "$[0]: a request has either person or tags"),
        ([secret(person={"team": {"deep": 1}})], "$[0].person.team"),
        ([request(resource="i-1")], "$[0].resource: i-1 is neither an ARN nor *"),
        ([request(resource_tags={"team": 1})], "$[0].resource_tags.team: a tag's value is a text"),
        ([request(context={"aws:ResourceTag/team": "platform"})], "it follows from"),
        ([request(resourceTags={})], "$[0].resourceTags: unknown"),
        ([{"id": 1}], "$[0]: a request has either"),
        ([7], "$[0]: an object is expected"),
        ({}, "$: a list of requests is expected"),
    ],
)
def test_a_request_that_cannot_be_understood_is_named(run: Run, two: Path, requests: Any, told: str) -> None:
    """Exit status 2 and no result, the place as a JSON path, and what is known instead."""
    ended = run("simulate", two, "--requests", "-", stdin=json.dumps(requests).encode())
    assert (ended.status, ended.out) == (2, "")
    assert told in ended.err


@pytest.mark.parametrize("text", [b"", b"[", b"\xff", b"[" * 100_000, b'[{"id": 1, "id": 2}]', b"[1" * 5])
def test_requests_that_are_no_json_are_refused(run: Run, two: Path, text: bytes) -> None:
    """Exit status 2, in one line."""
    ended = run("simulate", two, "--requests", "-", stdin=text)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1


def test_requests_as_text_and_for_a_spreadsheet(run: Run, two: Path) -> None:
    """The text shows verdicts and reasons; in a spreadsheet no cell is a formula."""
    requests = [request(id="=1+1"), request(id="b", resource_tags={"team": "data"})]
    text = asked(run, two, *requests, form="text").out
    assert text.startswith("allowed")
    assert "1 allowed, 0 denied, 1 not allowed" in text
    rows = list(csv.DictReader(io.StringIO(asked(run, two, *requests, form="csv").out, newline="")))
    assert [(row["id"], row["decision"]) for row in rows] == [("'=1+1", "allowed"), ("b", "not-allowed")]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--people", "-"],
        ["--resources", "r"],
        ["--requests", "r", "--all"],
        ["--requests", "r", "--people", "p", "--resources", "r"],
        ["--people", "-", "--resources", "-"],
        ["--people", "missing", "--resources", "missing"],
        ["--requests", "missing"],
        ["--requests", "a\0b"],
    ],
)
def test_wrong_usage_is_refused(run: Run, two: Path, arguments: list[str]) -> None:
    """Exit status 2, with one line that says what is wrong."""
    ended = run("simulate", two, *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
