"""``simulate`` decides people against resources: classes, reasons, broken lines, and what the files lack."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests import named
from tests.cli.commands.two_roles import INSTANCE, STORED
from tests.cli.conftest import Run

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
