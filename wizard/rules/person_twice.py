"""PERS109: two sample people of one login."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "PERS109",
    Severity.WARNING,
    title="Login stands twice",
    explanation="A preview finds people by login, and shows the first of them.",
    source="https://help.okta.com/oie/en-us/content/topics/users-groups-profiles/usgp-usernames.htm",
    examples=(
        Example(
            "{version: 1, tags: [], people: [{login: ada@example.com}, {login: ada@example.com}, "
            "{login: ada@example.com, profile: {team: a}}]}",
            ("people[1].login", "people[2].login"),
        ),
        Example("{version: 1, tags: [], people: [{login: ada@example.com}, {login: bob@example.com}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each person whose login an earlier one has; the cure takes the person away, safely where it is the same."""
    first: dict[str, int] = {}
    for index, person in enumerate(plan.people):
        earlier = first.setdefault(person.login, index)
        if earlier != index:
            same = repr(person) == repr(plan.people[earlier])
            fix = removal("Take this person away", f"people[{index}]", safe=same)
            yield RULE.finding(
                f"people[{index}].login",
                "{login} is person {number} already",
                fix=fix,
                login=quoted(person.login),
                number=earlier + 1,
            )
