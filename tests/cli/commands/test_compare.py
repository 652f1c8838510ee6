"""``compare`` says what changed between two plans, and who gains and who loses what."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

OLD = """\
version: 1
name: Old
tags:
  - {key: team, value: user.team}
  - {key: project, value: user.project}
aws: {accounts: ["111122223333"], roles: [{name: main, access: [own]}, {name: side, access: [own]}]}
access:
  - {name: own, actions: [ec2:StartInstances, ec2:StopInstances], match: [team, project], create: false}
people:
  - {login: ada, profile: {team: a, level: 1}}
"""
PEOPLE = "login,team,project\nada,a,x\nben,a,y\neve,b,x\n"
INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-"
RESOURCES = f"arn,team,project\n{INSTANCE}1,a,x\n{INSTANCE}2,b,x\n{INSTANCE}3,a,\n"


def compared(run: Run, folder: Path, new: str, *, files: bool = False, old: str = OLD) -> tuple[int, dict[str, Any]]:
    """Return the exit status of comparing the old plan with a new one, and the comparison."""
    names = {"old": old, "new": new, "people": PEOPLE, "resources": RESOURCES}
    for name, text in names.items():
        (folder / name).write_text(text)
    more = ["--people", folder / "people", "--resources", folder / "resources"] if files else []
    ended = run("compare", folder / "old", folder / "new", "--format", "json", *more)
    assert ended.err == ""
    return ended.status, json.loads(ended.out)


@pytest.mark.parametrize(
    ("there", "then", "expected"),
    [
        ("name: Old", "name: New", [("name", "changed", "Old", "New")]),
        ("user.project}", "user.project, required: false}", [("tags[1].required", "changed", True, False)]),
        (", ec2:StopInstances", "", [("access[0].actions[1]", "removed", "ec2:StopInstances", None)]),
        ('["111122223333"]', '["111122223333", "4"]', [("aws.accounts[1]", "added", None, "4")]),
        ("ec2:StartInstances, ec2:StopInstances", "ec2:StopInstances, ec2:StartInstances",
         [("access[0].actions", "reordered", ["ec2:StartInstances", "ec2:StopInstances"],
           ["ec2:StopInstances", "ec2:StartInstances"])]),
        ("level: 1}", "level: true}", [("people[0].profile.level", "changed", 1, True)]),
        (", level: 1}", "}", [("people[0].profile.level", "removed", 1, None)]),
        ("{name: main, access: [own]}, ", "", [("aws.roles[0]", "removed", {"name": "main", "access": ["own"]}, None)]),
        ("name: Old", "name: Old", []),
    ],
)  # fmt: skip
def test_each_change_has_its_path(
    run: Run, tmp_path: Path, there: str, then: str, expected: list[tuple[str, str, Any, Any]]
) -> None:
    """Added, removed, changed and reordered; an entry that only moved up because another one went is no change."""
    status, found = compared(run, tmp_path, OLD.replace(there, then))
    assert status == 0
    assert [tuple(each.values())[:4] for each in found["changes"]] == expected
    assert "gains" not in found


def test_who_gains_and_who_loses(run: Run, tmp_path: Path) -> None:
    """Less to match gives more to reach, fewer actions less; the reason for a loss stands beside it."""
    new = OLD.replace("[team, project], create", "[team], create").replace(", ec2:StopInstances", "")
    status, found = compared(run, tmp_path, new, files=True)
    gains = {(each["role"], tuple(each["tags"].values()), tuple(each["resource_tags"].values())): each["actions"]
             for each in found["gains"]}  # fmt: skip
    start = ["ec2:StartInstances"]
    assert gains == {
        (role, *pair): start
        for role in ("main", "side")
        for pair in ((("a", "x"), ("a",)), (("a", "y"), ("a", "x")), (("a", "y"), ("a",)))
    }
    losses = [(each["role"], tuple(each["tags"].values()), each["actions"]) for each in found["losses"]]
    stop = ["ec2:StopInstances"]
    assert losses == [(role, tags, stop) for role in ("main", "side") for tags in (("a", "x"), ("b", "x"))]
    assert found["losses"][0]["because"] == {"ec2:StopInstances": "no grant of the role asks for it"}
    assert (status, found["people_gaining"], found["people_losing"]) == (0, 2, 2)
    _, back = compared(run, tmp_path, OLD, files=True, old=new)
    assert (len(back["gains"]), len(back["losses"])) == (len(found["losses"]), len(found["gains"]))
    assert "aws:ResourceTag/project" in back["losses"][0]["because"]["ec2:StartInstances"]


def test_a_stricter_sign_in_takes_all(run: Run, tmp_path: Path) -> None:
    """Who no longer gets in loses everything, because of the sign-in; a role that is gone gives nothing."""
    strict = OLD.replace("value: user.team}", "value: user.team, allowed: [b]}")
    _, found = compared(run, tmp_path, strict, files=True)
    assert [each["tags"]["team"] for each in found["losses"]] == ["a", "a"]
    assert all(reason.startswith("sign-in:") for reason in found["losses"][0]["because"].values())
    _, found = compared(run, tmp_path, OLD.replace("{name: main,", "{name: other,"), files=True)
    assert {each["role"] for each in found["gains"]} == {"other"}
    assert {each["role"] for each in found["losses"]} == {"main"}
    assert "has no role main" in str(found["losses"][0]["because"])


def test_tags_that_differ_between_the_plans_are_both_told(run: Run, tmp_path: Path) -> None:
    """A tag whose value comes from elsewhere makes another class; both values stand there."""
    new = OLD.replace("{key: project, value: user.project}", '{key: project, value: "\\"x\\""}')
    _, found = compared(run, tmp_path, new, files=True)
    ben = [each for each in found["gains"] if each.get("old_tags")]
    assert [(each["old_tags"]["project"], each["tags"]["project"], each["people"]) for each in ben] == [
        ("y", "x", 1)
    ] * 2


def test_as_text(outside: Run, tmp_path: Path) -> None:
    """Changes in words first, then who gains and who loses; two like plans are called the same."""
    for name, text in {
        "old": OLD,
        "new": OLD.replace("[team, project]", "[team]"),
        "p": PEOPLE,
        "r": RESOURCES,
    }.items():
        (tmp_path / name).write_text(text)
    ended = outside("compare", "old", "new", "--people", "p", "--resources", "r")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith('access[0].match[1] of own: removed: "project"\n')
    assert "gain ec2:StartInstances, ec2:StopInstances" in ended.out
    assert ended.out.endswith("people who gain: 2, people who lose: 0\n")
    assert outside("compare", "old", "old").out == "The plans are the same.\n"


def test_broken_lines_make_exit_status_1(run: Run, tmp_path: Path) -> None:
    """They are named, and everything else is compared."""
    for name, text in {"old": OLD, "p": PEOPLE + "x\n", "r": RESOURCES}.items():
        (tmp_path / name).write_text(text)
    arguments = ("--people", tmp_path / "p", "--resources", tmp_path / "r")
    ended = run("compare", tmp_path / "old", tmp_path / "old", *arguments)
    assert (ended.status, ended.err.splitlines()[0][:17]) == (1, "people, line 5: 1")
    ended = run("compare", tmp_path / "old", tmp_path / "old", *arguments, "--format", "json")
    assert (ended.status, json.loads(ended.out)["broken"][0]["line"], ended.err) == (1, 5, "")


@pytest.mark.parametrize("more", [["--people", "p"], ["--resources", "r"], ["--people", "-", "--resources", "-"]])
def test_wrong_usage_is_refused(run: Run, tmp_path: Path, more: list[str]) -> None:
    """People without resources, and standard input for two files: exit status 2 in one line."""
    (tmp_path / "old").write_text(OLD)
    ended = run("compare", tmp_path / "old", tmp_path / "old", *more)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert run("compare", tmp_path / "old", tmp_path / "missing").status == 2


@pytest.mark.parametrize("name", ["bundle", "bundle.zip"])
def test_a_bundle_is_compared_by_its_plan(run: Run, tmp_path: Path, name: str) -> None:
    """The last export stands for the plan that it was made from."""
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(OLD.replace("name: Old", "name: New"))
    assert run("export", tmp_path / "old.yaml", "--out", tmp_path / name, "--allow-errors").status in (0, 1)
    ended = run("compare", tmp_path / name, tmp_path / "new.yaml")
    assert (ended.status, ended.out, ended.err) == (0, 'name: "Old" became "New"\n', "")


def test_a_bundle_changed_by_hand_is_told(run: Run, tmp_path: Path) -> None:
    """The plan in it is compared as it stands, and the person hears that it is not what was exported."""
    (tmp_path / "old.yaml").write_text(OLD)
    run("export", tmp_path / "old.yaml", "--out", tmp_path / "bundle", "--allow-errors")
    (tmp_path / "bundle" / "README.md").write_text("mine")
    ended = run("compare", tmp_path / "bundle", tmp_path / "old.yaml")
    assert (ended.status, ended.out) == (0, "The plans are the same.\n")
    assert "this bundle was changed after its export" in ended.err
