"""PERS101: a login that AWS does not take as RoleSessionName."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule
from wizard.saml.judgement import LOGIN_EXPLANATION, LOGIN_SOURCE, LOGIN_TITLE, login_measured

RULE = Rule(
    "PERS101",
    Severity.ERROR,
    title=LOGIN_TITLE,
    explanation=LOGIN_EXPLANATION,
    source=LOGIN_SOURCE,
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
    for index, person in enumerate(plan.people):
        found = login_measured(person.login)
        if found is not None:
            yield RULE.finding(f"people[{index}].login", found.template, **found.values)
