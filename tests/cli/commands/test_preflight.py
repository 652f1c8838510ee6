"""``preflight`` names everybody of a list who would fail to sign in, with the reason."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PLAN = """\
version: 1
tags:
  - {key: team, value: user.department, transitive: true}
  - {key: project, value: user.project, allowed: [apollo, gemini, "Été 2026"]}
  - {key: groups, value: user.awsGroups, separator: ":"}
  - {key: costCenter, value: user.costCenter, required: false}
aws:
  accounts: ["111122223333"]
  roles: [{name: okta-abac, access: [own, billing]}]
access:
  - {name: own, actions: ["ec2:StartInstances"], match: [team]}
  - {name: billing, actions: ["secretsmanager:GetSecretValue"], match: [costCenter]}
"""
COLUMNS = re.findall(
    r"\w+",
    "firstName lastName login email secondEmail mobilePhone title displayName department division manager "
    "employeeNumber costCenter project awsGroups city countryCode preferredLanguage streetAddress notes",
)
PEOPLE = {
    "zoe.sargent@example.com": {"firstName": "Zoé", "lastName": "d'Été", "department": "Équipe Données"},
    "anna.muller@example.com": {"lastName": "Müller; geb. Groß", "department": "R&D"},
    "sean.o'brien@example.com": {"lastName": "O’Brien", "costCenter": ""},
    "jose@example.com": {"firstName": "José", "department": "Operacio\u0301n"},
    "li.wei@example.com": {"department": "研发", "streetAddress": 'Line 1\r\nLine "2"', "awsGroups": "dev,ops"},
    "empty@example.com": {"department": ""},
    "long@example.com": {"department": "x" * 257},
    "other@example.com": {"project": "Apollo"},
    "gap@example.com": {"awsGroups": "dev,,ops"},
    "none@example.com": {"awsGroups": ""},
    "aws@example.com": {"department": "aws:admins"},
    "fine@example.com": {"project": "Été 2026"},
}
FAILING = {
    "anna.muller@example.com": {("PRE103", "team")},
    "sean.o'brien@example.com": {("PRE101", None)},
    "jose@example.com": {("PRE103", "team")},
    "empty@example.com": {("PRE105", "team")},
    "long@example.com": {("PRE102", "team")},
    "other@example.com": {("PRE108", "project")},
    "gap@example.com": {("PRE110", "groups")},
    "none@example.com": {("PRE105", "groups")},
    "aws@example.com": {("PRE104", "team")},
}


def real_list() -> bytes:
    """Return a list as offices write them: a byte-order mark, semicolons, CRLF, accents, apostrophes, empty cells."""
    usual = {"department": "platform", "project": "apollo", "awsGroups": "dev", "costCenter": "0042"}
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, delimiter=";", lineterminator="\r\n", restval="")
    table.writeheader()
    for login, profile in PEOPLE.items():
        table.writerow({"login": login, "email": login} | usual | profile)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Give a plan and a list of real shape."""
    plan, people = tmp_path / "plan.yaml", tmp_path / "people.csv"
    plan.write_text(PLAN)
    people.write_bytes(real_list())
    return plan, people


def failing(document: dict) -> dict[str, set[tuple[str, str | None]]]:
    """Return the errors of everybody who fails."""
    return {
        person["login"]: {(each["rule"], each["tag"]) for each in person["problems"] if each["severity"] == "error"}
        for person in document["failing"]
    }


def test_a_list_of_real_shape_names_everybody_who_fails(outside: Run, files: tuple[Path, Path]) -> None:
    """Each person who fails is named with the reason, everybody else is counted, and the exit status is 1."""
    ended = outside("preflight", *files, "--format", "json")
    document = json.loads(ended.out)
    assert (ended.status, ended.err) == (1, "")
    assert failing(document) == FAILING
    assert (document["people"], document["ok"]) == (len(PEOPLE), len(PEOPLE) - len(FAILING))
    assert document["broken"] == []
    lines = {person["login"]: person["line"] for person in document["failing"]}
    assert (lines["anna.muller@example.com"], lines["empty@example.com"]) == (3, 8)


def test_json_has_what_the_contract_says(run: Run, files: tuple[Path, Path]) -> None:
    """A problem has rule, tag, value and message; the warning of a lost grant stands beside it."""
    document = json.loads(run("preflight", *files, "--format", "json").out)
    anna, sean = document["failing"][:2]
    assert anna["problems"] == [
        {
            "rule": "PRE103",
            "severity": "error",
            "tag": "team",
            "value": "R&D",
            "message": 'Tag "team": "&" cannot stand in a tag value',
        }
    ]
    assert [(each["rule"], each["severity"]) for each in sean["problems"]] == [
        ("PRE101", "error"),
        ("PRE112", "warning"),
    ]
    assert anna["tags"] == {"team": "R&D", "project": "apollo", "groups": ":dev:", "costCenter": "0042"}
    assert document["complete"] is True
    assert document["tags"][2]["values"][0] == {"value": "dev", "people": 11}


@pytest.mark.parametrize("lines", [False, True])
def test_the_same_people_as_okta_returns_them_give_the_same(run: Run, files: tuple[Path, Path], lines: bool) -> None:
    """A JSON list of users, and lines of them, give what the CSV file gives."""
    plan, people = files
    rows = csv.DictReader(io.StringIO(real_list().decode("utf-8-sig"), newline=""), delimiter=";")
    users = [
        {"id": "00u", "profile": row | {"awsGroups": row["awsGroups"].split(",") if row["awsGroups"] else None}}
        for row in rows
    ]
    people.write_text("\n".join(map(json.dumps, users)) if lines else json.dumps(users, indent=1))
    assert failing(json.loads(run("preflight", plan, people, "--format", "json").out)) == FAILING


def test_broken_lines_are_named_and_stop_nothing(run: Run, files: tuple[Path, Path]) -> None:
    """A line that is no row and one that is no UTF-8 are named by their number; exit 1 though nobody fails."""
    plan, people = files
    plan.write_text("version: 1\ntags: [{key: team, value: user.team}]\n")
    people.write_bytes(b"login,team\nada,x\nben\ncy,\xff\ndan,y\n")
    ended = run("preflight", plan, people, "--format", "json")
    document = json.loads(ended.out)
    assert ended.status == 1
    assert (document["people"], document["ok"], document["failing"]) == (2, 2, [])
    assert [each["line"] for each in document["broken"]] == [3, 4]
    text = run("preflight", plan, people)
    assert text.status == 1
    assert "2 people; nobody would fail. Lines that could not be read: 2." in text.out
    assert re.search(r"line 3: 1 cell;.*\n    line 4: the line is no UTF-8", text.out)


def test_nobody_fails(run: Run, files: tuple[Path, Path]) -> None:
    """Exit status 0, and the values of each tag all the same."""
    plan, people = files
    plan.write_text("version: 1\ntags: [{key: team, value: user.team}]\n")
    people.write_text("login,team\nada,Platform\nben,platform\n")
    ended = run("preflight", plan, people)
    assert ended.status == 0
    assert ended.out.startswith("2 people; nobody would fail.\n")
    assert 'differ only in case, white space or accents: "Platform" (1), "platform" (1)' in ended.out


def test_text_tells_the_outcome_then_the_reasons_then_the_values(run: Run, files: tuple[Path, Path]) -> None:
    """The first line is the outcome; each reason has its people under it; the tags' values stand at the end."""
    out = run("preflight", *files).out
    assert out.splitlines()[0] == "12 people; 9 would fail, 3 would not."
    assert "PRE103  2  Value of the session tag has characters that AWS refuses (team)\n    anna.muller@" in out
    assert "its composed form would pass" in out
    assert out.index("PRE108") < out.index("PRE112") < out.index("\nteam: distinct values")


def test_many_people_of_one_reason_are_counted(run: Run, files: tuple[Path, Path]) -> None:
    """Text names twenty, and says how to have all."""
    plan, people = files
    plan.write_text("version: 1\ntags: [{key: team, value: user.team}]\n")
    people.write_text("login,team\n" + "".join(f"person{number},R&D\n" for number in range(1234)))
    out = run("preflight", plan, people).out
    assert out.count("    person") == 20
    assert "and 1,214 more; --format csv names them all" in out


def test_csv_has_a_row_for_everybody_who_fails_and_no_formula(run: Run, files: tuple[Path, Path]) -> None:
    """Login, tags, rules and reasons in a table; a value that a spreadsheet would run gets an apostrophe."""
    plan, people = files
    plan.write_text("version: 1\ntags: [{key: team, value: user.team}]\n")
    people.write_text('login,team\nada,ok\nben,"=HYPERLINK(""x"")"\n-cy,-1\n')
    ended = run("preflight", plan, people, "--format", "csv")
    assert ended.status == 1
    assert list(csv.reader(io.StringIO(ended.out))) == [
        ["line", "login", "result", "team", "rules", "problems"],
        ["3", "ben", "fails", '\'=HYPERLINK("x")', "PRE103", 'Tag "team": "(", """, ")" cannot stand in a tag value'],
    ]
    assert ended.err == "3 people; 1 would fail, 2 would not.\n"
    everybody = run("preflight", plan, people, "--format", "csv", "--all").out
    assert [row[1] for row in csv.reader(io.StringIO(everybody))] == ["login", "ada", "ben", "'-cy"]


def test_all_names_everybody_with_their_tags(run: Run, files: tuple[Path, Path]) -> None:
    """With --all, JSON lists those of whom there is nothing to say as well; text refuses it."""
    document = json.loads(run("preflight", *files, "--format", "json", "--all").out)
    listed = [person["login"] for name in ("failing", "warnings", "sound") for person in document[name]]
    assert sorted(listed) == sorted(PEOPLE)
    assert "sound" not in json.loads(run("preflight", *files, "--format", "json").out)
    assert run("preflight", *files, "--all").status == 2


def test_the_people_may_come_through_standard_input(outside: Run, files: tuple[Path, Path]) -> None:
    """`-` stands for one of the two inputs."""
    assert outside("preflight", files[0], "-", stdin=real_list()).out.startswith("12 people; 9 would fail")
    assert outside("preflight", "-", files[1], stdin=PLAN.encode()).out.startswith("12 people; 9 would fail")
    assert outside("preflight", "-", "-", stdin=b"").status == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"name,team\nx,y\n", "names no column login"),
        (b"login,team,team\n", "twice"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(run: Run, files: tuple[Path, Path], data: bytes, words: str) -> None:
    """Exit status 2 and what is wrong with it, and no result."""
    files[1].write_bytes(data)
    ended = run("preflight", *files, "--format", "json")
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err


def test_a_list_that_is_not_there_is_refused(run: Run, files: tuple[Path, Path]) -> None:
    """Exit status 2 and the system's reason."""
    ended = run("preflight", files[0], files[1].parent / "nobody.csv")
    assert ended.status == 2
    assert "it cannot be read" in ended.err


def test_what_cannot_be_known_here_is_said_once(run: Run, files: tuple[Path, Path]) -> None:
    """A tag whose value depends on the app makes nobody fail, and is told with the number of people."""
    plan, people = files
    plan.write_text("version: 1\ntags: [{key: role, value: appuser.role}]\n")
    document = json.loads(run("preflight", plan, people, "--format", "json").out)
    assert document["tags"][0]["unknown"] == [
        {"message": "appuser.role is not known on this machine.", "people": len(PEOPLE)}
    ]
    assert "not known here (12): appuser.role is not known on this machine." in run("preflight", plan, people).out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("format_", ["json", "csv", "text"])
def test_ctrl_c_ends_the_reading_and_reports_what_was_done(files: tuple[Path, Path], format_: str) -> None:
    """After Ctrl-C the result is whole for the people until then, says that it is not all, and the status is 130."""
    plan, people = files
    people.unlink()
    os.mkfifo(people)
    rows = "".join(f"person{number},platform,R&D,dev,x\n" for number in range(60_000))
    out, err = plan.with_name("out"), plan.with_name("err")
    with out.open("wb") as result, err.open("wb") as told:
        command = [sys.executable, "-m", "wizard", "preflight", str(plan), str(people), "--format", format_]
        program = subprocess.Popen(command, stdout=result, stderr=told)
        with people.open("wb") as pipe:
            pipe.write(f"login,department,project,awsGroups,costCenter\n{rows}".encode())
            pipe.flush()
            time.sleep(0.5)
            program.send_signal(signal.SIGINT)
            program.wait(timeout=30)
    assert program.returncode == 130
    if format_ == "json":
        document = json.loads(out.read_bytes())
        assert document["complete"] is False
        assert 0 < document["people"] <= 60_000
        assert document["people"] == len(document["failing"])
        assert document["broken"] == []
    else:
        assert b"Stopped before the end of the list." in (err if format_ == "csv" else out).read_bytes()
