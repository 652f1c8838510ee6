"""TAG111: the name of a SAML attribute, or its end, where the key alone belongs."""

from collections.abc import Iterator
from typing import Final

from wizard.aws.limits import ASSERTIONS_URL
from wizard.okta.attribute_names import PREFIX
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted, seen
from wizard.rules.cure import renaming
from wizard.rules.finding import Finding, Severity
from wizard.rules.naming import free
from wizard.rules.rule import Example, Rule

_KINDS: Final = frozenset({"principaltag", "accesscontrol"})
"""What stands before the key, in lower case: for IAM, and for IAM Identity Center."""

RULE = Rule(
    "TAG111",
    Severity.ERROR,
    title="Session tag key is the name of a SAML attribute",
    explanation=(
        "The program puts the attribute name in front of the key. As it stands the name would be there twice, and "
        "the tag would be called something that no policy asks for."
    ),
    source=ASSERTIONS_URL,
    examples=(
        Example(
            '{version: 1, tags: [{key: "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team", value: user.team}, '
            '{key: "https://aws.amazon.com/SAML/Attributes/Role", value: user.role}, '
            '{key: "PrincipalTag:project", value: user.project}, {key: "AccessControl:env", value: user.env}]}',
            ("tags[0].key", "tags[1].key", "tags[2].key", "tags[3].key"),
        ),
        Example('{version: 1, tags: [{key: "https://example.com/team", value: user.team}]}'),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key that begins like an attribute name; the cure keeps what follows ``PrincipalTag:``."""
    for index, tag in enumerate(plan.tags):
        whole = tag.key.casefold().startswith(PREFIX.casefold())
        name, colon, rest = (tag.key[len(PREFIX) :] if whole else tag.key).partition(":")
        if whole or (colon and name.strip().casefold() in _KINDS):
            key = free(plan, rest.strip() if colon else None, index)
            fix = renaming('Call it "{key}"', index, key, key=key) if key else None
            yield RULE.finding(
                f"tags[{index}].key",
                "{key} is the name of the attribute {name}",
                fix=fix,
                key=quoted(tag.key),
                name=seen(name),
            )
