"""What is remembered from one edit to the next never shows in what is found and written."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests import named
from wizard.app.previews import PREVIEWS
from wizard.app.session import Session
from wizard.plan.model import Level, Partition, Plan
from wizard.plan.reader import plan_from_text
from wizard.plan.writer import plan_text

ROOT = Path(__file__).resolve().parents[2]
EDITS = 60

ALONE = """
import json, sys
from tests.app.test_remembering import outcome
from wizard.plan.reader import plan_from_text

plans = json.load(sys.stdin)
print(json.dumps([outcome(plan_from_text(text)) for text in reversed(plans)]))
"""


def outcome(plan: Plan) -> list[Any]:
    """Return everything that follows from a plan: its findings and all its previews."""
    session = Session(plan)
    found = [[each.rule, each.severity, each.path, each.message] for each in session.findings]
    fixed = [plan_text(each.fix.apply(plan)) for each in session.findings if each.fix is not None]
    shown = [render().copied for preview in PREVIEWS for _part, render in preview.files(session.plan, session.person)]
    return [found, fixed, shown]


def edited(session: Session, random: Random) -> None:
    """Make one of many edits, back and forth between few values, so that what is remembered is met again."""
    plan = session.plan
    tag, role, grant = (random.randrange(len(part)) for part in (plan.tags, plan.aws.roles, plan.access))
    key = random.choice(plan.tags).key
    edits = {
        f"tags[{tag}].value": random.choice(["user.team", "user.title", "", "1 +"]),
        f"tags[{tag}].key": random.choice(["team", "Team", "project", "aws:x", key]),
        f"tags[{tag}].required": random.choice([True, False]),
        f"tags[{tag}].transitive": random.choice([True, False]),
        f"tags[{tag}].separator": random.choice([None, ":"]),
        f"tags[{tag}].allowed": random.choice([(), ("platform",)]),
        "aws.partition": random.choice(list(Partition)),
        "aws.saml_provider": random.choice(["Okta", "Other"]),
        f"aws.roles[{role}].name": random.choice(["okta-abac", "other"]),
        f"aws.roles[{role}].trusted_roles": random.choice([(), ("arn:aws:iam::111122223333:role/a",)]),
        f"aws.roles[{role}].access": random.choice([(), tuple(each.name for each in plan.access[:2])]),
        f"access[{grant}].match": random.choice([(), (key,), ("team", "project")]),
        f"access[{grant}].services": random.choice([(), ("sqs",), ("sqs", "nothing")]),
        f"access[{grant}].levels": random.choice([(), (Level.READ, Level.WRITE)]),
        f"access[{grant}].protect_tags": random.choice([True, False]),
        f"access[{grant}].create": random.choice([True, False]),
        "people[0].profile.team": random.choice([True, 1, 1.0, "platform", ("a", "b:c"), "", None]),
        "people[0].login": random.choice(["ada@example.com", "o'brien"]),
    }
    path = random.choice(list(edits))
    session.set(path, edits[path], "Change")
    session.seal()
    if random.random() < 0.2:
        session.undo()


@pytest.mark.parametrize("name", ["full", "list-tag"])
def test_findings_and_previews_do_not_depend_on_what_was_there_before(name: str) -> None:
    """After any edits everything is as a new process finds it, which comes the opposite way."""
    random = Random(name)
    session = Session(named.plan(name))
    plans, outcomes = [], []
    for _edit in range(EDITS):
        edited(session, random)
        plans.append(plan_text(session.plan))
        outcomes.append(outcome(session.plan))
        assert plan_from_text(plans[-1]) == session.plan
    done = subprocess.run(
        [sys.executable, "-c", ALONE], input=json.dumps(plans), cwd=ROOT, capture_output=True, text=True, check=True
    )
    alone = json.loads(done.stdout)
    assert json.loads(json.dumps(outcomes)) == alone[::-1]
