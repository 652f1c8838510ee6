"""Scenarios of the evaluator: data files that say what AWS's pages decide, read into requests and expected verdicts.

A file of tests/aws/evaluator/scenarios has ``scenarios``, and ``policies`` that they name. What stands at its top
(source, action, resource, principal, identity, base) holds for each scenario without its own. A scenario names its
policies by kind (identity, trust, boundary, scp, session), or has ``when``: the conditions of one statement that
allows everything, or denies everything beside another that allows it (``effect: Deny``). ``context`` is added to
``base``. It expects a verdict, and where it matters the statement (``by``) and a part of a reason (``because``).
``trusts`` are scenarios of a trust policy with one principal. All scalars are texts.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wizard.aws.evaluator.context import context
from wizard.aws.evaluator.decision import Policies, Request
from wizard.aws.evaluator.document import Kind, Policy, policy_from

FOLDER = Path(__file__).parent / "scenarios"
ALLOWS_ALL = {"Sid": "AllowsAll", "Effect": "Allow", "Action": "*", "Resource": "*"}


@dataclass(frozen=True)
class Scenario:
    """One scenario: where it stands, the page that decides it, what is asked, and what AWS's page says."""

    file: str
    name: str
    source: str
    policies: Policies
    request: Request
    expect: str
    by: str | None
    because: str | None


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Return the scenarios of all files."""
    return tuple(scenario for path in sorted(FOLDER.glob("*.yaml")) for scenario in _file(path))


def _file(path: Path) -> list[Scenario]:
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts and no objects
    top = {key: value for key, value in read.items() if key not in ("policies", "scenarios", "trusts")}
    listed = [*read.get("scenarios", []), *map(_trusting, read.get("trusts", []))]
    return [_scenario(path.stem, {**top, **each}, read.get("policies", {})) for each in listed]


def _trusting(each: dict[str, Any]) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Action": "sts:*", "Principal": each["principal"]}
    return {**each, "trust": {"Version": "2012-10-17", "Statement": statement}, "principal": each["asked"]}


def _scenario(file: str, each: dict[str, Any], known: dict[str, Any]) -> Scenario:
    def policy(named: Any, kind: Kind = Kind.IDENTITY) -> Policy:
        return policy_from(named if isinstance(named, dict) else known[named], str(named), kind)

    def several(named: Any) -> tuple[Policy, ...]:
        return tuple(policy(one) for one in (named if isinstance(named, list) else [named]))

    policies = Policies(
        identity=(policy_from(_conditional(each), "when"),) if "when" in each else several(each.get("identity", [])),
        trust=policy(each["trust"], Kind.TRUST) if "trust" in each else None,
        boundary=policy(each["boundary"]) if "boundary" in each else None,
        control=several(each["scp"]) if "scp" in each else None,
        session=policy(each["session"]) if "session" in each else None,
    )
    held = context({**each.get("base", {}), **each.get("context", {})})
    asked = each.get("action", "s3:GetObject"), each.get("resource", "*")
    return Scenario(
        file=file,
        name=each["name"],
        source=each["source"],
        policies=policies,
        request=Request(*asked, held, each.get("principal", "")),
        expect=each["expect"],
        by=each.get("by"),
        because=each.get("because"),
    )


def _conditional(each: dict[str, Any]) -> dict[str, Any]:
    effect = each.get("effect", "Allow")
    statement = {"Effect": effect, "Action": "*", "Resource": "*", "Condition": each["when"]}
    statements = [statement, ALLOWS_ALL] if effect == "Deny" else [statement]
    return {"Version": each.get("version", "2012-10-17"), "Statement": statements}
