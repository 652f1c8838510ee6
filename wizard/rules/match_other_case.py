"""ACC103: a grant that spells a tag's key in another case still works; one spelling is easier to trust."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "ACC103",
    Severity.INFO,
    title="Grant spells a tag's key in another case",
    explanation=(
        "IAM compares the key behind aws:PrincipalTag/ and aws:ResourceTag/ regardless of case, so the condition "
        "holds; a service whose tag keys differ by case may hold two tags that both answer to it."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team}], access: [{name: own, match: [Team]}]}",
            ("access[0].match[0]",),
        ),
        Example("{version: 1, tags: [{key: Team, value: user.team}], access: [{name: own, match: [Team]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each matched key that a tag has in another case only; the cure takes the tag's spelling."""
    exact = {tag.key for tag in plan.tags}
    spellings = {tag.key.casefold(): tag.key for tag in reversed(plan.tags)}
    for index, grant in enumerate(plan.access):
        for place, key in enumerate(grant.match):
            spelling = spellings.get(key.casefold())
            if spelling is not None and key not in exact:
                path = f"access[{index}].match[{place}]"
                fix = replacement('Write it "{key}"', path, spelling, safe=True, key=spelling)
                yield RULE.finding(path, "{key}; the tag is {tag}", fix=fix, key=quoted(key), tag=quoted(spelling))
