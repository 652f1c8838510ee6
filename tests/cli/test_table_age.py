"""The commands that judge or write policies tell on standard error when the coverage table is old."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import FRESH, Run

OLD = FRESH + timedelta(days=181)
NOTE = "older than 180 days"
ASKED = json.dumps([{"tags": {}, "account": "111122223333", "role": "okta-abac", "action": "ec2:StopInstances"}])


def commands(plan: Path) -> dict[str, tuple[object, ...]]:
    """Return what to type, by the name of the command."""
    requests = plan.parent / "requests.json"
    requests.write_text(ASKED, encoding="utf-8")
    return {
        "check": ("check", plan, "--format", "json"),
        "export": ("export", plan, "--out", plan.parent / "bundle.zip"),
        "simulate": ("simulate", plan, "--requests", requests, "--format", "json"),
        "compare": ("compare", plan, plan, "--format", "json"),
    }


@pytest.mark.parametrize("name", ["check", "export", "simulate", "compare"])
def test_an_old_table_is_told_beside_the_result(run: Run, plan: Path, name: str) -> None:
    """The note stands on standard error; result and exit status are those of any other day."""
    typed = commands(plan)[name]
    fresh, old = run(*typed), run(*typed, today=OLD)
    assert NOTE not in fresh.err
    assert old.err.count(NOTE) == 1
    assert (old.status, old.out) == (fresh.status, fresh.out)


def test_a_plan_without_grants_hears_nothing(run: Run, faulty: Path) -> None:
    """Where no policy is written from the table, its age is not told."""
    assert NOTE not in run("check", faulty, today=OLD).err
