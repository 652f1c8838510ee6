"""SARIF says the same findings in the words of the standard, each at its line and column."""

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema

from tests.cli.conftest import Run
from tests.named import PLANS
from wizard.plan.position import Positions
from wizard.rules.registry import rules


def report(run: Run, *arguments: object, stdin: bytes = b"") -> dict[str, Any]:
    """Return the one run of the report that `check` writes."""
    document = json.loads(run("check", *arguments, "--format", "sarif", stdin=stdin).out)
    assert document["version"] == "2.1.0"
    assert len(document["runs"]) == 1
    found: dict[str, Any] = document["runs"][0]
    return found


@pytest.mark.parametrize("name", sorted(PLANS))
def test_it_is_what_the_standard_asks_for(run: Run, name: str) -> None:
    """The model made from the standard's own schema accepts the report, and knows every key of it."""
    text = run("check", PLANS[name], "--format", "sarif").out
    StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text, strict=False)


def test_a_finding_stands_at_its_line_and_column(run: Run, faulty: Path) -> None:
    """The region begins where the value does."""
    results = report(run, faulty)["results"]
    result = next(result for result in results if result["ruleId"] == "TAG101")
    assert result["level"] == "error"
    assert result["message"] == {"text": "Session tag key is too long: 129 characters; AWS allows 128"}
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 11}
    assert location["logicalLocations"] == [{"name": "key", "fullyQualifiedName": "tags[0].key", "kind": "property"}]


def test_a_finding_about_what_is_not_written_stands_at_what_surrounds_it(run: Run, faulty: Path) -> None:
    """A feature that the file does not name is found at the plan's beginning."""
    results = report(run, faulty)["results"]
    result = next(result for result in results if result["ruleId"] == "FEAT101")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_every_rule_is_described(run: Run, plan: Path) -> None:
    """Each rule has its title, explanation, source and usual weight; results refer to it by number too."""
    found = report(run, plan)
    described = found["tool"]["driver"]["rules"]
    assert [entry["id"] for entry in described] == [rule.id for rule in rules()]
    assert described[0]["shortDescription"]["text"] == rules()[0].title
    assert described[0]["helpUri"] == rules()[0].source
    for result in found["results"]:
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("team.yaml", "team.yaml"),
        ("a b%.yaml", "a%20b%25.yaml"),
        ("größe", "gr%C3%B6%C3%9Fe"),
        ("a:b", "a%3Ab"),
    ],
    ids=["plain", "space", "accent", "colon"],
)
def test_a_file_is_named_as_scanners_know_it(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch, name: str, uri: str
) -> None:
    """A relative path stays relative to the folder of the scan, an absolute one becomes a file URI."""
    folder = plan.parent
    plan.rename(folder / name)
    with monkeypatch.context() as patch:
        patch.chdir(folder)
        relative = report(run, name)
    assert artifact(relative) == uri
    assert artifact(report(run, folder / name)) == f"file://{folder.as_posix()}/{uri}"


def artifact(found: dict[str, Any]) -> str:
    """Return the one file that the report names."""
    (uri,) = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found["results"]}
    return str(uri)


def test_a_plan_from_standard_input_has_no_file(run: Run, plan: Path) -> None:
    """Its findings have their place in the plan alone."""
    for result in report(run, "-", stdin=plan.read_bytes())["results"]:
        assert "physicalLocation" not in result["locations"][0]


def test_a_file_that_is_gone_meanwhile_is_named_without_a_line(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and reporting, the file may change or go."""

    def gone(_path: Path) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", gone)
    for result in report(run, plan)["results"]:
        assert set(result["locations"][0]["physicalLocation"]) == {"artifactLocation"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_read_once(run: Run, tmp_path: Path) -> None:
    """A plan that came through a pipe is not waited for again: its findings have the file, and no line in it."""
    pipe = tmp_path / "plan.yaml"
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_bytes, args=[PLANS["team-project"].read_bytes()], daemon=True)
    writing.start()
    results = report(run, pipe)["results"]
    assert results
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in results)


POSITIONED = """\
version: 1
tags:
  - key: a
    value: &v user.a
  - {key: b, "value": *v}
people:
  - login: x
    profile: {"a b": 1, team: c}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", (1, 1)),
        ("version", (1, 10)),
        ("tags", (3, 3)),
        ("tags[0].key", (3, 10)),
        ("tags[1]", (5, 5)),
        ("tags[1].key", (5, 11)),
        ("tags[7].key", (3, 3)),
        ("aws.roles[0]", (1, 1)),
        ('people[0].profile["a b"]', (8, 22)),
        ("people[0].profile.team", (8, 31)),
        ("people[0].profile.none", (8, 14)),
    ],
)
def test_positions(path: str, place: tuple[int, int]) -> None:
    """A path's place is where its value begins, or that of the nearest part around it."""
    assert Positions(POSITIONED).position(path) == place
