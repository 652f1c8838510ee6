"""The cure of a name that no grant has."""

import pytest

from wizard.plan.reader import plan_from_text
from wizard.rules.role_unknown_grant import RULE


@pytest.mark.parametrize(("access", "cured"), [("read, own, read", ("own",)), ("onw, onw", ("own",))])
def test_a_name_that_stands_twice_is_cured_at_once(access: str, cured: tuple[str, ...]) -> None:
    """One press of the button takes away, or renames, every entry of that name in the role."""
    text = f"{{version: 1, tags: [], aws: {{roles: [{{name: abac, access: [{access}]}}]}}, access: [{{name: own}}]}}"
    plan = plan_from_text(text, name="example")
    found = list(RULE.findings(plan))
    assert len(found) == 2
    for finding in found:
        assert finding.fix is not None
        assert finding.fix.apply(plan).aws.roles[0].access == cured
