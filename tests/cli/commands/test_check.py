"""``check`` judges a plan, in three formats, and its exit status says whether it holds an error."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, ROOT, Run
from tests.named import PLANS
from wizard.plan.reader import read_plan
from wizard.rules.registry import findings

NASTY_INPUT = (
    (b"", "no plan"),
    (b"\x00", "1:1"),
    (b"\xff\xfeversion: 1", "UTF-16"),
    (b"\xc3\x28", "not UTF-8"),
    (b"version: 1\ntags: [ }\n", "plan.yaml:2:9"),
    (b"version: 1\ntags: []\ntags: []\n", "plan.yaml:3:1: tags"),
    (b"version: 2\ntags: []\n", "version"),
    (b"version: 1\ntags:\n  - {key: no, value: user.team}\n", "plan.yaml:3:11: tags[0].key"),
    (b"version: 1\ntags: []\nfoo: 1\n", "plan.yaml:3:1: foo"),
    (b"[" * 100_000, "plan.yaml:1:"),
    (b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a]\n" % (i, i) for i in range(10_000)), "plan.yaml:"),
    (b"version: 1\ntags:\n" + b"  - {key: a, value: user.a}\n" * 100_000, "plan.yaml"),
    (b"x" * 50_000_000, "plan.yaml"),
    (b"!!python/object/apply:os.system ['true']", "plan.yaml:1:1"),
)


def test_a_plan_without_error_ends_with_0(outside: Run, plan: Path) -> None:
    """The two features that are not known to be on are warnings, and stop nothing."""
    ended = outside("check", plan)
    assert ended.status == 0
    assert ended.err == ""
    lines = ended.out.splitlines()
    assert "warning  okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES  FEAT101" in lines
    assert "warning  okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES  FEAT102" in lines
    assert lines[-1].startswith("warnings: ")
    assert lines[-1].endswith("The bundle can be exported.")


def test_a_plan_with_an_error_ends_with_1(outside: Run, faulty: Path) -> None:
    """Each finding says its weight, its place, its rule, the fact, the measurement, the cure and the source."""
    ended = outside("check", faulty)
    assert ended.status == 1
    assert ended.err == ""
    paragraph = next(part for part in ended.out.split("\n\n") if part.startswith("error    tags[0].key  TAG101"))
    assert paragraph.splitlines()[1:] == [
        "         Session tag key is too long: 129 characters; AWS allows 128",
        "         fix: Cut it to 128 characters",
        "         https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
    ]
    assert "fix: " in ended.out
    assert "No bundle is exported while there are errors." in ended.out.splitlines()[-1]


def test_json_is_the_document_of_the_contract(outside: Run, faulty: Path) -> None:
    """One document with exactly the contract's keys, in plan order, and nothing else on either stream."""
    ended = outside("check", faulty, "--format", "json")
    assert ended.status == 1
    assert ended.err == ""
    value = json.loads(ended.out)
    assert list(value) == ["plan", "findings", "counts"]
    assert value["plan"] == "Faulty"
    assert {
        "rule": "TAG101",
        "severity": "error",
        "path": "tags[0].key",
        "title": "Session tag key is too long",
        "message": "129 characters; AWS allows 128",
        "source": "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
        "fixable": True,
    } in value["findings"]
    assert not all(finding["fixable"] for finding in value["findings"])
    found = findings(read_plan(faulty))
    assert [(entry["rule"], entry["path"]) for entry in value["findings"]] == [(f.rule, f.path) for f in found]
    severities = [entry["severity"] for entry in value["findings"]]
    assert value["counts"] == {weight: severities.count(weight) for weight in ("error", "warning", "info")}


@pytest.mark.parametrize("name", sorted(PLANS))
def test_every_format_tells_the_same(run: Run, name: str) -> None:
    """For each named plan the three formats agree on the findings and on the exit status."""
    text, document, sarif = (run("check", PLANS[name], "--format", form) for form in ("text", "json", "sarif"))
    assert text.status == document.status == sarif.status
    expected = [(finding["rule"], finding["path"]) for finding in json.loads(document.out)["findings"]]
    results = json.loads(sarif.out)["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [rule for rule, _path in expected]
    heads = [line.split() for line in text.out.splitlines() if line.startswith(("error  ", "warning  ", "info  "))]
    assert [head[-1] for head in heads] == [rule for rule, _path in expected]


def test_a_plan_from_standard_input(outside: Run) -> None:
    """`-` reads the plan; without a name of its own it is called plan."""
    ended = outside("check", "-", "--format", "json", stdin=b"version: 1\ntags: []\n")
    assert json.loads(ended.out)["plan"] == "plan"


def test_a_plan_without_a_name_is_called_after_its_file(run: Run, tmp_path: Path) -> None:
    """The endings of a plan file are no part of its name."""
    path = tmp_path / "ops.session-tags.yaml"
    path.write_text("version: 1\ntags: []\n")
    assert json.loads(run("check", path, "--format", "json").out)["plan"] == "ops"


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
@pytest.mark.parametrize(("data", "words"), NASTY_INPUT, ids=range(len(NASTY_INPUT)))
def test_a_plan_that_cannot_be_read(run: Run, tmp_path: Path, data: bytes, words: str, form: str) -> None:
    """Exit status 2, nothing on standard output, file and place on standard error, for a file and for `-`."""
    (tmp_path / "plan.yaml").write_bytes(data)
    ended = run("check", tmp_path / "plan.yaml", "--format", form)
    assert ended.status == 2
    assert ended.out == ""
    assert words in ended.err
    assert str(tmp_path / "plan.yaml") in ended.err
    piped = run("check", "-", "--format", form, stdin=data)
    assert piped.status == 2
    assert piped.out == ""
    assert piped.err == ended.err.replace(str(tmp_path / "plan.yaml"), "standard input")


@pytest.mark.parametrize("name", ["none.yaml", ".", "a\0b", "\ud800", "a" * 300, "none/plan.yaml"])
def test_a_path_that_leads_to_no_plan(run: Run, tmp_path: Path, name: str) -> None:
    """Exit status 2 and a word for the person, whatever the path."""
    ended = run("check", f"{tmp_path}/{name}")
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.strip()
    assert "the program itself failed" not in ended.err


def test_colour_is_for_screens_that_want_it(tmp_path: Path) -> None:
    """A screen gets colour and lines that fit; NO_COLOR, a simple terminal, a file or a program get none."""
    assert "\x1b[33;1mwarning\x1b[0m" in on_a_screen(EXAMPLE)
    indented = [line for line in on_a_screen(EXAMPLE, TERM="dumb").splitlines() if line.startswith("   ")]
    assert max(len(line) for line in indented if max(map(len, line.split())) < 30) in range(50, 61)
    assert "\x1b[" not in on_a_screen(EXAMPLE, NO_COLOR="1")
    assert "\x1b[" not in on_a_screen(EXAMPLE, TERM="dumb")


def on_a_screen(plan: Path, **variables: str) -> str:
    """Return what `check` writes to a terminal of 60 columns."""
    import os
    import pty
    import subprocess
    import sys

    mine, screen = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        [sys.executable, "-m", "wizard", "check", str(plan)],
        cwd=ROOT,
        stdout=screen,
        env=surroundings | {"TERM": "xterm", "COLUMNS": "60"} | variables,
    ):
        os.close(screen)
        shown = b""
        try:
            while part := os.read(mine, 65536):
                shown += part
        except OSError:  # the other side is closed: the end, as Linux tells it
            pass
    os.close(mine)
    return shown.decode()
