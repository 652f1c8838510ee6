"""In a language that nobody speaks, nothing that the commands say still reads like English."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.evidence import okta
from tests.pseudo import CODE, prose
from wizard.cli.registry import command_names
from wizard.rules.sign_in_errors import known_errors

HELP = [[], *([name] for name in command_names())]
PEOPLE = (
    "login,team,project\nada@example.com,platform,apollo\nbob@example.com,R&D,apollo\ncho@example.com,,x\ndee,a\n,a,b\n"
)
RESOURCES = (
    "arn,team,project\narn:aws:ec2:us-east-1:111122223333:instance/i-1,platform,apollo\n"
    "arn:aws:ec2:us-east-1:111122223333:instance/i-2,data,apollo\nnothing,a,b\n"
)
REQUEST = {
    "id": "r1",
    "tags": {"team": "platform", "project": "apollo"},
    "account": "111122223333",
    "role": "okta-abac",
    "action": "ec2:StartInstances",
    "resource": "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
    "resource_tags": {"team": "data"},
}
POLICY = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Action": "ec2:*",
        "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}, "Null": {"aws:PrincipalTag/a": "true"}},
    },
}

NAMES = re.compile("|".join(["aws iam", "trust policy", "Expecting value", *map(re.escape, known_errors())]))
"""What stays English: commands, a policy's name, what Python says of JSON, and the errors of AWS and Okta."""


@pytest.fixture(autouse=True)
def _spoken(pseudo_language: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command speak the language that nobody speaks."""
    monkeypatch.setenv("LANGUAGE", CODE)
    monkeypatch.setenv("COLUMNS", "200")


def english(text: str) -> list[str]:
    """Return what reads like English in an output; lines that show what to type are commands."""
    lines = (line for line in text.splitlines() if "session-tag-wizard " not in line)
    return [found for line in lines for found in prose(NAMES.sub("", line))]


@pytest.mark.parametrize("command", HELP, ids=" ".join)
def test_every_help_is_translated(command: list[str], run: Run) -> None:
    """Summaries, descriptions, arguments and what argparse itself says are translated."""
    ended = run(*command, "--help")
    assert ended.status == 0
    options = re.sub(r"\{[^}]*\}", "", ended.out.partition("\n\n")[2])
    assert english(options) == []
    assert "⟦" in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "nothing.yaml"],
        ["check", "PLAN", "--format", "html"],
        ["check", "PLAN", "--more"],
        ["nothing"],
        ["nothing.yaml", "--theme", "blue"],
        ["export", "PLAN", "--out", "FAULTY"],
        ["export", "PLAN", "--out", "x", "--only", "nothing"],
        ["export", "FAULTY", "--out", "x"],
        ["preview", "PLAN", "--person", "nobody"],
        ["explain", "TAG999"],
        ["explain", "nothing that is known"],
        ["new", "PLAN"],
        ["new", "x.yaml", "--template", "nothing"],
        ["simulate", "PLAN", "--requests", "PLAN"],
        ["simulate", "PLAN", "--people", "PLAN", "--resources", "PLAN"],
        ["simulate", "PLAN"],
        ["evaluate", "--identity", "PLAN", "--requests", "PLAN"],
        ["verify", "PLAN", "PLAN"],
        ["preflight", "PLAN", "PLAN"],
    ],
    ids=" ".join,
)
def test_every_refusal_is_translated(arguments: list[str], run: Run, plan: Path, faulty: Path) -> None:
    """What is wrong with the arguments or a file is told in the language."""
    files = {"PLAN": str(plan), "FAULTY": str(faulty)}
    ended = run(*(files.get(each, each) for each in arguments))
    assert ended.status != 0
    assert "⟦" in ended.out + ended.err
    assert english(ended.out + ended.err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "PLAN"],
        ["check", "FAULTY"],
        ["explain"],
        ["explain", "TAG101"],
        ["explain", "PRE113"],
        ["explain", "Unable to validate tags"],
        ["export", "PLAN", "--out", "NEW"],
        ["compare", "PLAN", "FAULTY"],
        ["compare", "PLAN", "FAULTY", "--people", "PEOPLE", "--resources", "RESOURCES"],
        ["simulate", "PLAN", "--requests", "REQUESTS"],
        ["simulate", "PLAN", "--requests", "REQUESTS", "--format", "json"],
        ["simulate", "PLAN", "--people", "PEOPLE", "--resources", "RESOURCES"],
        ["simulate", "PLAN", "--people", "PEOPLE", "--resources", "RESOURCES", "--all", "--format", "json"],
        ["evaluate", "--identity", "POLICY", "--requests", "ASKED"],
        ["evaluate", "--identity", "POLICY", "--requests", "ASKED", "--format", "json"],
        ["preflight", "PLAN", "PEOPLE"],
        ["preflight", "PLAN", "PEOPLE", "--format", "json"],
        ["preflight", "PLAN", "PEOPLE", "--format", "csv"],
        ["verify", "PLAN", "EVIDENCE"],
        ["verify", "PLAN", "EVIDENCE", "--format", "json"],
        ["check", "FAULTY", "--format", "json"],
    ],
    ids=" ".join,
)
def test_every_result_is_translated(arguments: list[str], run: Run, plan: Path, faulty: Path, tmp_path: Path) -> None:
    """Results for people, and the sentences in those for programs, are told in the language."""
    files = {
        "PEOPLE": PEOPLE,
        "RESOURCES": RESOURCES,
        "REQUESTS": json.dumps([REQUEST, REQUEST | {"tags": {}}, REQUEST | {"action": "ec2:RunInstances"}]),
        "ASKED": json.dumps([{"action": "ec2:RunInstances", "context": {"aws:RequestedRegion": "eu-west-1"}}]),
        "POLICY": json.dumps(POLICY),
        "EVIDENCE": okta.response(okta.ada(TransitiveTagKeys=['{"team", "project"}'], team=["Team"])).decode(),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    known = {name: str(tmp_path / name) for name in (*files, "NEW")} | {"PLAN": str(plan), "FAULTY": str(faulty)}
    ended = run(*(known.get(each, each) for each in arguments))
    said = ended.out + ended.err
    assert "⟦" in said
    sentences = " ".join(re.findall(r'"[^"]*⟦[^"]*"', said)).replace('"', "") if "json" in arguments else said
    assert english(sentences) == []
