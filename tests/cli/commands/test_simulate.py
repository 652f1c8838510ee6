"""``simulate`` signs people in through the plan, decides what they may do, and says why."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import named
from tests.cli.conftest import Ended, Run

PLAN = """\
version: 1
name: Two roles
tags:
  - {key: team, value: user.team}
  - {key: projects, value: user.projects, separator: ":", required: false}
aws:
  accounts: ["111122223333", "444455556666"]
  roles:
    - {name: teams, access: [own]}
    - {name: projects, access: [members]}
access:
  - name: own
    actions: [ec2:StartInstances, ec2:StopInstances, ec2:DescribeInstances, ec2:AttachVolume, kms:UpdateAlias]
    match: [team]
    create: false
  - name: members
    actions: [secretsmanager:GetSecretValue]
    match: [projects]
    create: false
people:
  - {login: ada@example.com, profile: {team: platform, projects: [apollo, gemini]}}
  - {login: rnd@example.com, profile: {team: R&D}}
"""
INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
STORED = "arn:aws:secretsmanager:us-east-1:444455556666:secret:db/password-a1"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give a plan of two roles in two accounts."""
    path = tmp_path / "two.yaml"
    path.write_text(PLAN)
    return path


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


PEOPLE = 'login,team,projects\nada,platform,"apollo,gemini"\nben,platform,"apollo,gemini"\nrnd,R&D,\neve,data,\n'
RESOURCES = f"""\
arn,team,projects,Name
{INSTANCE},platform,,one
arn:aws:ec2:eu-west-1:111122223333:instance/i-2,platform,,two
arn:aws:ec2:us-east-1:444455556666:instance/i-3,platform,,
arn:aws:ec2:us-east-1:999988887777:instance/i-4,platform,,
{INSTANCE},,,untagged
{STORED},,apollo,
arn:aws:s3:::bucket,platform,,
"""


def matrix(run: Run, plan: Path, people: str, resources: str, *more: str) -> tuple[int, Any]:
    """Return the exit status and the matrix of people and resources from files beside the plan."""
    files = plan.with_name("people.csv"), plan.with_name("resources.csv")
    for file, text in zip(files, (people, resources), strict=True):
        file.write_text(text)
    ended = run("simulate", plan, "--people", files[0], "--resources", files[1], "--format", "json", *more)
    assert ended.err == ""
    return ended.status, json.loads(ended.out)


def test_the_matrix_counts_classes(run: Run, two: Path) -> None:
    """People and resources with the same tags are one class, in the accounts and the roles that they belong to."""
    status, found = matrix(run, two, PEOPLE, RESOURCES)
    assert (status, found["people"], found["resources"], found["broken"]) == (0, 4, 7, [])
    classes = {
        (each["account"], each["role"], each["resource_type"]): (each["people"], each["resources"], each["allowed"])
        for each in found["classes"]
    }
    start = ["ec2:StartInstances", "ec2:StopInstances"]
    assert classes == {
        ("111122223333", "teams", "ec2:instance"): (2, 2, ["ec2:AttachVolume", *start]),
        ("444455556666", "teams", "ec2:instance"): (2, 1, ["ec2:AttachVolume", *start]),
        ("444455556666", "projects", "secretsmanager:Secret"): (2, 1, ["secretsmanager:GetSecretValue"]),
    }
    first = found["classes"][0]
    assert first["tags"] == {"team": "platform", "projects": ":apollo:gemini:"}
    assert first["resource_tags"] == {"team": "platform"}
    assert (found["people_without"], found["resources_without"]) == (2, 3)


def test_all_lists_what_nobody_may(run: Run, two: Path) -> None:
    """With --all every pair of classes stands there, with the reason for each action."""
    _, some = matrix(run, two, PEOPLE, RESOURCES)
    _, found = matrix(run, two, PEOPLE, RESOURCES, "--all")
    without = [each for each in found["classes"] if not each["allowed"]]
    assert len(without) == some["classes_without"] == found["classes_without"]
    assert [each for each in found["classes"] if each["allowed"]] == some["classes"]
    refused = {reason for each in without if each["tags"]["team"] == "R&D" for reason in each["refused"].values()}
    assert refused
    assert all('holds "&"' in reason for reason in refused)
    untagged = [each for each in without if each["resource_tags"] == {} and each["resource_type"] == "ec2:instance"]
    assert "does not carry it" in untagged[0]["refused"]["ec2:StartInstances"]


def test_broken_lines_are_named_and_the_rest_decided(run: Run, two: Path) -> None:
    """Each by its file and line, whatever is wrong with it; exit status 1."""
    broken = RESOURCES + 'nope,platform,,\nshort\n"arn:aws:s3:::open,,,\n' + f"{INSTANCE},platform,,last\n"
    status, found = matrix(run, two, f"{PEOPLE},platform,\n", broken)
    assert status == 1
    assert [(each["file"], each["line"]) for each in found["broken"]] == [
        ("people", 6), ("resources", 9), ("resources", 10), ("resources", 11),
    ]  # fmt: skip
    assert (found["people"], found["resources"]) == (4, 8)
    assert found["classes"][0]["resources"] == 3


@pytest.mark.parametrize("form", ["text", "csv"])
def test_broken_lines_are_told_beside_the_result(run: Run, two: Path, form: str) -> None:
    """As text and as CSV the table is the result, and what is broken stands on standard error."""
    people, resources = two.with_name("p"), two.with_name("r")
    people.write_text(PEOPLE)
    resources.write_text(RESOURCES + "nope,=1,,\n")
    ended = run("simulate", two, "--people", people, "--resources", resources, "--format", form)
    assert ended.status == 1
    assert ended.err.startswith("resources, line 9: ")
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(ended.out, newline="")))
        assert next((row["person team"], row["people"], row["resources"]) for row in rows) == ("platform", "2", "2")
    else:
        assert "people who reach nothing: 2" in ended.out


def test_json_of_okta_and_of_the_tagging_api(run: Run, two: Path) -> None:
    """Okta users and what the Resource Groups Tagging API returns are read as the CSV files are."""
    users = [{"profile": {"login": "ada", "team": "platform", "projects": ["apollo", "gemini"]}}]
    tagged = {"ResourceTagMappingList": [{"ResourceARN": INSTANCE, "Tags": [{"Key": "Team", "Value": "platform"}]}]}
    _, found = matrix(run, two, json.dumps(users), json.dumps(tagged))
    assert [each["resource_tags"] for each in found["classes"]] == [{"team": "platform"}]


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


def test_a_file_without_a_login_or_an_arn_is_refused(run: Run, two: Path) -> None:
    """The message names the file and the column that lacks."""
    people, resources = two.with_name("p"), two.with_name("r")
    people.write_text(PEOPLE)
    resources.write_text("name,team\nx,y\n")
    assert (
        "r: the first line names no column arn"
        in run("simulate", two, "--people", people, "--resources", resources).err
    )
    people.write_text("name,team\nx,y\n")
    assert (
        "p: the first line names no column login" in run("simulate", two, "--people", people, "--resources", people).err
    )


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_every_named_plan_is_simulated(run: Run, tmp_path: Path, name: str) -> None:
    """However wrong the plan is: where IAM would refuse its policies, nobody gets in, and that is the reason."""
    (tmp_path / "p").write_text(PEOPLE)
    (tmp_path / "r").write_text(RESOURCES)
    arguments = ("--people", tmp_path / "p", "--resources", tmp_path / "r", "--all", "--format")
    ended = run("simulate", named.PLANS[name], *arguments, "json")
    assert ended.status == 0
    assert all("has no column for" in line for line in ended.err.splitlines())
    found = json.loads(ended.out)
    assert len(found["classes"]) >= found["classes_without"]
    assert name != "hostile" or found["people_without"] == 4
    assert run("simulate", named.PLANS[name], *arguments, "text").status == 0


def test_columns_that_the_plan_needs_are_missed(run: Run, two: Path) -> None:
    """A file without a column that the tags read would say that nobody reaches anything; that is told beside it."""
    people, resources = two.with_name("p"), two.with_name("r")
    people.write_text("login,colour\na,red\n")
    resources.write_text(f"arn,Team\n{INSTANCE},platform\n")
    ended = run("simulate", two, "--people", people, "--resources", resources, "--format", "json")
    assert ended.status == 0
    missed = [(each["file"], each["name"]) for each in json.loads(ended.out)["absent_columns"]]
    assert ("people", "team") in missed
    assert ("resources", "team") not in missed
    assert ended.err.splitlines()[0].startswith("people: the file has no column for ")
    assert "team" in ended.err


def test_nothing_is_missed_in_json(run: Run, two: Path) -> None:
    """A list of users has no columns: an attribute that one of them lacks is that one's matter."""
    people, resources = two.with_name("p"), two.with_name("r")
    people.write_text(json.dumps([{"profile": {"login": "a"}}]))
    resources.write_text(json.dumps([{"arn": INSTANCE, "tags": {}}]))
    ended = run("simulate", two, "--people", people, "--resources", resources, "--format", "json")
    assert json.loads(ended.out)["absent_columns"] == []
    assert ended.err == ""
