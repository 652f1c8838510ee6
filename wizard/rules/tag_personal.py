"""TAG115: a tag that carries what names a person, into every log of the sign-in."""

from collections.abc import Iterator
from typing import Final

from wizard.aws.limits import SESSION_TAGS_URL
from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.reading import readings
from wizard.rules.rule import Example, Rule

PERSONAL: Final = frozenset(
    {
        *("login", "email", "secondEmail", "firstName", "lastName", "middleName", "displayName", "nickName"),
        *("profileUrl", "primaryPhone", "mobilePhone", "streetAddress", "postalAddress", "zipCode", "employeeNumber"),
    }
)
"""Base attributes of the Okta profile that name a person, or lead to one."""

RULE = Rule(
    "TAG115",
    Severity.INFO,
    title="Session tag carries personal data",
    explanation=(
        "Session tags stand in CloudTrail with every sign-in, in clear text, for as long as the trail is kept and for "
        "everybody who reads it."
    ),
    source=SESSION_TAGS_URL,
    examples=(
        Example(
            "{version: 1, tags: [{key: mail, value: user.email}, "
            "{key: who, value: 'user.firstName + \" \" + user.lastName'}, {key: team, value: user.team}]}",
            ("tags[0].value", "tags[1].value"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.department}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each expression that reads an attribute which names a person."""
    for index, _, reading in readings(plan):
        names = [name for name in reading.attributes if name in PERSONAL]
        if names:
            yield RULE.finding(
                f"tags[{index}].value", "{names} stands in CloudTrail at every sign-in", names=", ".join(names)
            )
