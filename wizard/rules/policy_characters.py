"""POL104: text that IAM takes in a tag and refuses in a policy."""

from collections.abc import Iterator

from wizard.aws.policy import foreign_characters
from wizard.plan.model import Plan
from wizard.quoting.wording import characters
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "POL104",
    Severity.ERROR,
    title="Text for a policy has characters that no policy may hold",
    explanation=(
        "IAM refuses a policy with characters beyond Latin-1 (U+00FF). A tag may have such a key or value, but "
        "neither can be written into a policy as text; values of other people are not touched by this."
    ),
    source="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
    examples=(
        Example(
            "{version: 1, tags: [{key: 部門, value: user.unit}, {key: team, value: user.team, allowed: [eng, Łódź]}]}",
            ("tags[0].key", "tags[1].allowed[1]"),
        ),
        Example(
            "{version: 1, tags: [{key: Équipe, value: user.team, allowed: [Zürich]}], "
            "people: [{login: ada@example.com, profile: {team: 日本}}]}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each key and allowed value beyond Latin-1, the foreign characters named."""
    for index, tag in enumerate(plan.tags):
        texts = {f"tags[{index}].key": tag.key}
        texts |= {f"tags[{index}].allowed[{place}]": value for place, value in enumerate(tag.allowed)}
        for path, text in texts.items():
            foreign = foreign_characters(text)
            if foreign:
                yield RULE.finding(path, "{characters} cannot stand in a policy", characters=characters(foreign))
