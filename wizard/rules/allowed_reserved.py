"""VAL113: an allowed value that begins with the prefix which AWS keeps for itself."""

from collections.abc import Iterator

from wizard.aws.limits import RESERVED_TAG_PREFIX, TAGS_URL
from wizard.language import N_
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "VAL113",
    Severity.ERROR,
    title="Allowed value begins with aws:",
    explanation=(
        "AWS keeps the prefix for itself in values too, so no session tag can have this value. It documents the lower "
        "case only; whether AWS: or Aws: passes is unverified, so the rule refuses them too."
    ),
    source=TAGS_URL,
    examples=(
        Example(
            "{version: 1, tags: [{key: team, value: user.team, allowed: [eng, 'aws:eng', 'Aws:x']}]}",
            ("tags[0].allowed[1]", "tags[0].allowed[2]"),
        ),
        Example("{version: 1, tags: [{key: team, value: user.team, allowed: ['my:aws:eng', aws]}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each allowed value with the prefix, in whatever case."""
    for index, tag in enumerate(plan.tags):
        for place, value in enumerate(tag.allowed):
            start = value[: len(RESERVED_TAG_PREFIX)]
            if start.casefold() == RESERVED_TAG_PREFIX:
                template = (
                    N_("Begins with {start}, which AWS keeps for itself")
                    if start == RESERVED_TAG_PREFIX
                    else N_(
                        "Begins with {start}; AWS keeps aws: for itself, and whether case matters is not documented"
                    )
                )
                yield RULE.finding(f"tags[{index}].allowed[{place}]", template, start=quoted(start))
