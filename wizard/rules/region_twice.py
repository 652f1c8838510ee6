"""AWS118: a sign-in region that adds nothing."""

from collections.abc import Iterator

from wizard.aws.partition import ENDPOINTS_URL, sign_in
from wizard.plan.model import Plan
from wizard.quoting.wording import seen
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS118",
    Severity.INFO,
    title="Sign-in region adds no endpoint",
    explanation=(
        "Its endpoint is accepted already, as the partition's default or through an earlier entry, so it gives no "
        "further way to sign in when one fails."
    ),
    source=ENDPOINTS_URL,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {sign_in_regions: [us-east-1, us-west-2, us-west-2]}}",
            ("aws.sign_in_regions[0]", "aws.sign_in_regions[2]"),
        ),
        Example("{version: 1, tags: [], aws: {sign_in_regions: [us-west-2, eu-west-1]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each region whose endpoint is accepted without it; the cure takes it away."""
    facts = sign_in(plan.aws.partition)
    accepted = {facts.endpoint()}
    for index, region in enumerate(plan.aws.sign_in_regions):
        endpoint = facts.endpoint(region)
        if endpoint in accepted:
            path = f"aws.sign_in_regions[{index}]"
            fix = removal("Take it away", path, safe=True)
            yield RULE.finding(path, "{endpoint} is accepted already", fix=fix, endpoint=seen(endpoint))
        accepted.add(endpoint)
