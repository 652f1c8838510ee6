"""Lists of people for the tests, and what a preflight finds in them."""

import io
import json
from typing import NamedTuple

from wizard.access.broken import Broken
from wizard.access.preflight.problem import Judged
from wizard.access.preflight.run import Preflight
from wizard.access.preflight.summary import Summary
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text


class Found(NamedTuple):
    """What a preflight found."""

    people: list[Judged]
    broken: list[Broken]
    summary: Summary

    def rules(self) -> dict[str, list[str]]:
        """Return the ids of what is said of each person of whom anything is."""
        return {person.login: [problem.rule.id for problem in person.problems] for person in self.people}


def plan_of(text: str) -> Plan:
    """Return the plan with these keys beside the version."""
    return plan_from_text(f"version: 1\n{text}", name="plan")


def judged(plan: Plan, data: bytes | str, *, everybody: bool = False) -> Found:
    """Run the plan over the text of a file."""
    run = Preflight(plan)
    broken: list[Broken] = []
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    people = [person for batch in run.judged(stream, broken.append, everybody=everybody) for person in batch]
    return Found(people, broken, run.summary())


def users(*profiles: dict[str, object]) -> str:
    """Return a JSON list of Okta users; one without a login gets one."""
    named = [{"login": f"person{number}@example.com", **profile} for number, profile in enumerate(profiles)]
    return json.dumps([{"id": "00u", "status": "ACTIVE", "profile": profile} for profile in named])
