"""Which actions a statement covers: looked up by name and by service, as if each pattern had been tried."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.aws.evaluator import statement as stating
from wizard.aws.evaluator.document import policy_from
from wizard.aws.evaluator.statement import Compiled, compiled

SIGNS = st.text("aAb*?", min_size=1, max_size=3)
PATTERNS = st.lists(st.just("*") | st.builds("{}:{}".format, SIGNS, SIGNS), max_size=6)
NAMES = st.builds("{}:{}".format, st.text("aAb", min_size=1, max_size=3), st.text("aAb", min_size=1, max_size=3))


def of(element: str, patterns: list[str]) -> Compiled:
    """Return a statement about these actions."""
    written: dict[str, Any] = {"Effect": "Allow", element: patterns, "Resource": "*"}
    (found,) = policy_from({"Statement": written}, "p").statements
    return compiled(found, "p")


def tried(pattern: str, action: str) -> bool:
    """Tell whether a pattern matches an action: in any case, with * for anything and ? for one sign."""
    expression = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(expression, action, re.IGNORECASE) is not None


@given(PATTERNS, NAMES)
@settings(max_examples=400, deadline=None)
def test_the_look_up_finds_what_trying_each_pattern_finds(patterns: list[str], action: str) -> None:
    """Names, wildcards behind the service and within it; NotAction covers all others."""
    wanted = any(tried(pattern, action) for pattern in patterns)
    assert of("Action", patterns).covers_action(action, {}) == wanted
    assert of("NotAction", patterns).covers_action(action, {}) != wanted


@pytest.mark.parametrize(
    ("pattern", "action", "covered"),
    [
        ("EC2:startinstances", "ec2:StartInstances", True),
        ("EC2:Start*", "ec2:StartInstances", True),
        ("ec*:StartInstances", "ec2:StartInstances", True),
        ("e*:*", "ec2:StartInstances", True),
        ("ec?:Start*", "ec2:StartInstances", True),
        ("*", "ec2:StartInstances", True),
        ("ec2:Start*", "ec22:StartInstances", False),
        ("s3:*", "ec2:StartInstances", False),
    ],
)
def test_an_action_is_covered_whatever_stands_for_its_service(pattern: str, action: str, covered: bool) -> None:
    """A wildcard may stand in the service too; case never matters, and a service is not another one that begins so."""
    assert of("Action", [pattern, "sts:TagSession"]).covers_action(action, {}) == covered


def test_patterns_of_other_services_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of actions that a role's policies list, a question tries those of its own service, and no name."""
    tries: list[str] = []

    def counted(_pattern: Any, *, fold: bool = False) -> Any:
        del fold
        return lambda value, _context: tries.append(value)

    monkeypatch.setattr(stating, "matcher", counted)
    listed = [f"service{number}:{name}" for number in range(1000) for name in ("Get*", "PutThing")]
    found = of("Action", [*listed, "*:Describe*"])
    assert not found.covers_action("service7:ListThings", {})
    assert tries == ["service7:ListThings"] * 2
    tries.clear()
    assert found.covers_action("Service7:putthing", {})
    assert tries == []
