"""OKTA102: a key that is called like an attribute which the AWS app sends by itself."""

from collections.abc import Iterator
from typing import Final

from wizard.okta.attribute_names import PREFIX
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

OWN: Final = frozenset({"Role", "RoleSessionName", "SessionDuration", "SourceIdentity", "TransitiveTagKeys"})

RULE = Rule(
    "OKTA102",
    Severity.WARNING,
    title="Session tag key is called like an attribute of the app",
    explanation=(
        "Okta rejects an attribute statement whose name is one of the app's own. The tag's full name differs, so it "
        "is taken, but it neither replaces nor changes the app's attribute: the app's settings do that."
    ),
    source="https://github.com/okta/terraform-provider-okta/issues/1440",
    examples=(
        Example(
            "{version: 1, tags: [{key: Role, value: user.role}, {key: SessionDuration, value: user.hours}]}",
            ("tags[0].key", "tags[1].key"),
        ),
        Example("{version: 1, tags: [{key: roles, value: user.roles}, {key: role, value: user.role}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key that is one of those names, in their own case."""
    for index, tag in enumerate(plan.tags):
        if tag.key in OWN:
            yield RULE.finding(
                f"tags[{index}].key",
                "The app's own attribute is {own}; this tag is {tag}",
                own=PREFIX + tag.key,
                tag=f"aws:PrincipalTag/{tag.key}",
            )
