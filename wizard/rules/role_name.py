"""AWS106: a role name that IAM does not take."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.aws.limits import CREATE_ROLE_URL, ROLE_NAME_LENGTH
from wizard.plan.model import Plan
from wizard.quoting.wording import characters
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

_FOREIGN: Final = r"[^A-Za-z0-9_+=,.@-]"

RULE = Rule(
    "AWS106",
    Severity.ERROR,
    title="Role name has characters that IAM refuses",
    explanation=(
        "IAM refuses the role, and its ARN in Okta's role list would lead nowhere. A name holds letters of ASCII, "
        "digits and _ + = , . @ - without a path."
    ),
    source=CREATE_ROLE_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: team role}, {name: ''}, {name: /okta/abac}]}}",
            ("aws.roles[0].name", "aws.roles[1].name", "aws.roles[2].name"),
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: 'okta-abac_+=,@1'}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role whose name is empty or has foreign characters; the cure writes - for those."""
    for index, role in enumerate(plan.aws.roles):
        path = f"aws.roles[{index}].name"
        foreign = dict.fromkeys(re.findall(_FOREIGN, role.name))
        if not role.name:
            yield RULE.finding(path, "Empty; IAM asks for 1 to {limit} characters", limit=ROLE_NAME_LENGTH)
        elif foreign:
            fix = _fix(plan, path, role.name)
            yield RULE.finding(
                path, "{characters} cannot stand in a role name", fix=fix, characters=characters(foreign)
            )


def _fix(plan: Plan, path: str, name: str) -> Fix | None:
    plain = re.sub(_FOREIGN, "-", name).strip("-")
    if not plain or plain.lower() in {role.name.lower() for role in plan.aws.roles}:
        return None
    return replacement('Call it "{name}"', path, plain, name=plain)
