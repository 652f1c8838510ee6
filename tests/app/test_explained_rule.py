"""Why a finding is one."""

import pytest

from tests import named
from wizard.app.explained_rule import explained_rule
from wizard.frozen import replace
from wizard.rules.registry import findings, rule


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_every_finding_of_any_plan_is_explained(name: str) -> None:
    """What is found has a consequence and a document, and says its measurement."""
    for finding in findings(named.plan(name)):
        explained = explained_rule(finding)
        known = rule(finding.rule)
        assert known is not None
        assert explained.explanation == known.explanation
        assert explained.message == finding.message
        assert explained.source.startswith("https://")
        assert explained.path == finding.path


def test_a_finding_of_no_rule_is_a_lookup_error() -> None:
    """Nothing is made up for a rule that is not there."""
    finding = replace(findings(named.plan("hostile"))[0], rule="XXX999")
    with pytest.raises(LookupError):
        explained_rule(finding)
