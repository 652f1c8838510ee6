"""PERS101: a login that AWS does not take as RoleSessionName."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.aws.limits import ASSERTIONS_URL, ROLE_SESSION_NAME_LENGTHS
from wizard.plan.model import Plan
from wizard.quoting.wording import characters
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_FOREIGN: Final = re.compile(r"[^a-zA-Z_0-9+=,.@-]")

RULE = Rule(
    "PERS101",
    Severity.ERROR,
    title="Login is no session name that AWS takes",
    explanation=(
        "Okta sends the login as RoleSessionName, unless the app's username format says otherwise. AWS rejects this "
        "person's sign-in; a name has 2 to 64 of letters of ASCII, digits and _ + = , . @ -."
    ),
    source=ASSERTIONS_URL,
    examples=(
        Example(
            "{version: 1, tags: [], people: [{login: o'brien@example.com}, {login: x}, {login: Ada Lovelace}]}",
            ("people[0].login", "people[1].login", "people[2].login"),
        ),
        Example(f"{{version: 1, tags: [], people: [{{login: {'a' * 65}}}]}}", ("people[0].login",)),
        Example("{version: 1, tags: [], people: [{login: ada+aws@example.com}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each login with foreign characters, or of a length outside the range."""
    least, most = ROLE_SESSION_NAME_LENGTHS
    for index, person in enumerate(plan.people):
        path = f"people[{index}].login"
        foreign = dict.fromkeys(_FOREIGN.findall(person.login))
        if foreign:
            yield RULE.finding(path, "{characters} cannot stand in a session name", characters=characters(foreign))
        elif not least <= len(person.login) <= most:
            yield RULE.finding(
                path, "{count} characters; AWS takes {least} to {most}", count=len(person.login), least=least, most=most
            )
