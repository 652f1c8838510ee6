"""``selftest`` compares the installation with its build, and really does the work once."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import FRESH, ROOT, Run
from wizard import discovery
from wizard.aws.coverage.table import Coverage, NoTable
from wizard.bundle import registry as bundle_registry
from wizard.cli import inventory as inventory_module
from wizard.cli.commands import selftest
from wizard.cli.commands.selftest import Check
from wizard.cli.inventory import Inventory, inventory, recorded
from wizard.cli.registry import command_names
from wizard.discovery import NothingFound
from wizard.quoting.json_text import pretty
from wizard.rules import registry as rules_registry

KINDS = ["rules", "artefacts", "commands", "steps", "views", "languages", "resources", "example"]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Inventory:
    """Give what a build would record now, taken for the record, and leave out Qt, which tests/ui starts."""
    record = inventory()
    monkeypatch.setattr(selftest, "recorded", lambda: record)
    monkeypatch.setattr(selftest, "_qt_check", lambda: Check("qt", True, "left out"))
    return record


def test_the_recorded_inventory_is_that_of_this_checkout() -> None:
    """After adding a rule, an artefact, a command, a step or a resource: python -m wizard.cli.inventory."""
    known, here = recorded(), inventory()
    for kind in KINDS:
        assert known[kind] == here[kind], f"{kind}: run python -m wizard.cli.inventory"


def test_it_is_written_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    """The recording program gives the committed bytes."""
    shutil.copytree(ROOT / "wizard", tmp_path / "wizard", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    (tmp_path / "resources/inventory.json").unlink()
    surroundings = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONHASHSEED": "3", "LANG": "C"}
    subprocess.run([sys.executable, "-m", "wizard.cli.inventory"], cwd=tmp_path, env=surroundings, check=True)
    assert (tmp_path / "resources/inventory.json").read_text(encoding="utf-8") == pretty(inventory())


def test_a_whole_installation_passes(run: Run, built: Inventory) -> None:
    """Each check says what it saw; the exit status is 0."""
    ended = run("selftest")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert [line.split()[:2] for line in lines[:11]] == [[name, "ok"] for name in [*KINDS, "table", "export", "qt"]]
    assert f"{len(inventory()['rules'])} rules" in lines[0]
    assert lines[-1] == "Session Tag Wizard 0.1.0 is whole."


def test_json_says_the_same(run: Run, built: Inventory) -> None:
    """One document, for an installer."""
    ended = run("selftest", "--format", "json")
    assert (ended.status, ended.err) == (0, "")
    value = json.loads(ended.out)
    assert value["passed"] is True
    assert value["tool"] == {"name": "Session Tag Wizard", "version": "0.1.0"}
    assert [check["name"] for check in value["checks"]] == [*KINDS, "table", "export", "qt"]
    assert all(check["passed"] and check["message"] for check in value["checks"])


def failed(run: Run) -> dict[str, str]:
    """Return the checks that failed, with what they say; hold that the exit status is 1."""
    ended = run("selftest", "--format", "json")
    assert (ended.status, ended.err) == (1, "")
    return {check["name"]: check["message"] for check in json.loads(ended.out)["checks"] if not check["passed"]}


def test_a_lost_rule_fails(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that judges less than its build did is not whole."""
    whole = rules_registry.rules()
    monkeypatch.setattr(inventory_module, "rules", lambda: whole[1:])
    assert failed(run) == {"rules": f"{len(whole) - 1} rules; missing: {whole[0].id}"}


def test_lost_and_foreign_names_are_cut_short(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first five are enough to see what happened."""
    monkeypatch.setattr(inventory_module, "command_names", lambda: ("hack",))
    assert failed(run) == {
        "commands": f"1 commands; missing: {', '.join(command_names()[:5])}, …; not of this build: hack"
    }


def test_a_changed_resource_fails(run: Run, built: Inventory) -> None:
    """A data file or picture with other bytes is named."""
    built["resources"]["examples/team-project.session-tags.yaml"] = "0" * 64
    message = failed(run)["resources"]
    assert message.endswith("; changed: examples/team-project.session-tags.yaml")


def test_an_example_that_comes_out_otherwise_fails(run: Run, built: Inventory) -> None:
    """A policy that differs by a byte from the build's is named."""
    built["example"]["aws/trust/111122223333/okta-abac.json"] = "0" * 64
    assert "changed: aws/trust/111122223333/okta-abac.json" in failed(run)["example"]


@pytest.mark.parametrize("content", [None, "", "{", "[]"])
def test_an_inventory_that_cannot_be_read_fails(
    run: Run, built: Inventory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    """Without the record nothing can be said to be whole."""
    if content is not None:
        (tmp_path / "inventory.json").write_text(content)
    monkeypatch.setattr(selftest, "recorded", recorded)
    monkeypatch.setattr("wizard.resource.ROOT", tmp_path)
    assert list(failed(run)) == ["inventory", "export"]


def test_a_build_without_exporters_fails(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discovery is loud, and the checks after it are done all the same."""

    def nothing() -> None:
        raise NothingFound("the package holds none")

    monkeypatch.setattr(inventory_module, "artefacts", nothing)
    monkeypatch.setattr(bundle_registry, "artefacts", nothing)
    assert failed(run) == {"inventory": "the package holds none", "export": "the package holds none"}


def test_a_disk_without_room_fails(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the example cannot be written, no bundle can."""

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(selftest, "write_bundle", full)
    assert failed(run) == {"export": "[Errno 28] No space left on device"}


def test_without_qt_the_check_of_qt_fails_and_says_why(outside: Run) -> None:
    """The desktop app cannot start, the rest of the installation is whole."""
    ended = outside("selftest", PYTHONPATH=str(ROOT / "tests/without_qt"))
    assert ended.status == 1
    assert ended.err == ""
    (line,) = (line for line in ended.out.splitlines() if line.startswith("qt "))
    assert line.startswith("qt        failed  Qt does not start, so the desktop app cannot; the other commands can: ")
    assert "Qt is hidden from this run" in line
    assert ended.out.endswith("\nSession Tag Wizard 0.1.0 is not whole; install it again.\n")


@pytest.mark.parametrize("frozen", [False, True])
def test_qt_is_asked_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, frozen: bool) -> None:
    """A frozen build calls itself; a Qt that ends its process, hangs, or draws nothing is told from one that works."""
    asked = []

    def ended(command: list[str], **_how: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        return subprocess.CompletedProcess(command, *answers.pop(0))

    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(subprocess, "run", ended)
    answers = [(0, b"6.7.0\n", b""), (-6, b"", b"no plugin\nat all"), (1, b"", b"")]
    assert selftest._qt_check() == Check("qt", True, "Qt 6.7.0 draws")
    assert selftest._qt_check().message.endswith("the other commands can: no plugin\\nat all")
    assert selftest._qt_check().message.endswith("the other commands can: it drew nothing")
    program = [sys.executable] if frozen else [sys.executable, "-m", "wizard"]
    assert asked[0] == [*program, "selftest", "--draw"]

    def hanging(command: list[str], **_how: object) -> None:
        raise subprocess.TimeoutExpired(command, 60)

    monkeypatch.setattr(subprocess, "run", hanging)
    assert not selftest._qt_check().passed


@pytest.mark.parametrize(("version", "status"), [("6.7.0", 0), ("", 1)])
def test_the_process_that_draws(run: Run, monkeypatch: pytest.MonkeyPatch, version: str, status: int) -> None:
    """It prints Qt's version, and fails where nothing was drawn."""
    probe = SimpleNamespace(drawn=lambda: version)
    monkeypatch.setattr(selftest, "import_module", lambda name: {"wizard.ui.probe": probe}[name])
    assert run("selftest", "--draw") == (status, version, "")


def test_the_process_that_draws_without_qt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is missing."""

    def missing(_name: str) -> None:
        raise ImportError("libEGL.so.1: no such file")

    monkeypatch.setattr(selftest, "import_module", missing)
    assert run("selftest", "--draw") == (2, "", "libEGL.so.1: no such file\n")


def test_discovery_is_what_is_counted() -> None:
    """The inventory sees what the program itself finds."""
    assert discovery.NothingFound is NothingFound
    assert list(inventory()["rules"]) == sorted(rule.id for rule in rules_registry.rules())


@pytest.mark.parametrize(("days", "words"), [(0, ""), (181, "older than 180 days")])
def test_it_tells_the_day_of_the_coverage_table(run: Run, built: Inventory, days: int, words: str) -> None:
    """The table is read whole and its day told; an old one is whole all the same."""
    ended = run("selftest", "--format", "json", today=FRESH + timedelta(days=days))
    (table,) = [check for check in json.loads(ended.out)["checks"] if check["name"] == "table"]
    assert ended.status == 0
    assert table["passed"]
    assert f"as of {FRESH.isoformat()}" in table["message"]
    assert ("older than" in table["message"]) == bool(words)
    assert words in table["message"]


def test_a_damaged_coverage_table_fails(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that cannot be read is told, and the installation is not whole."""

    def damaged() -> Coverage:
        raise NoTable("the coverage table is damaged; install the program again")

    monkeypatch.setattr(selftest, "coverage", damaged)
    ended = run("selftest", "--format", "json")
    (table,) = [check for check in json.loads(ended.out)["checks"] if check["name"] == "table"]
    assert (ended.status, table["passed"]) == (1, False)
    assert "install the program again" in table["message"]


def test_a_lost_coverage_table_fails(run: Run, built: Inventory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be exported for want of the table, every check that needs it says so, and none is skipped."""

    def lost() -> None:
        raise NoTable("the coverage table cannot be read; install the program again")

    for name in ("inventory", "coverage", "example_bundle"):
        monkeypatch.setattr(selftest, name, lost)
    ended = run("selftest", "--format", "json")
    failed = [check["name"] for check in json.loads(ended.out)["checks"] if not check["passed"]]
    assert (ended.status, failed) == (1, ["inventory", "table", "export"])
