"""AWS114: a trusted role that is no role's ARN."""

from collections.abc import Iterator

from wizard.aws.arn import ARN_SOURCE, is_role_arn
from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

_BAD = "['111122223333', '*', 'arn:aws:iam::111122223333:root', ' arn:aws:iam::111122223333:role/a']"

RULE = Rule(
    "AWS114",
    Severity.ERROR,
    title="Trusted role is no ARN of a role",
    explanation=(
        "IAM refuses a principal that it does not know, and an account or * in its place would let far more into the "
        "role than one role. The trust policy leaves it out."
    ),
    source=ARN_SOURCE,
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: deploy, trusted_roles: " + _BAD + "}]}}",
            tuple(f"aws.roles[0].trusted_roles[{index}]" for index in range(4)),
        ),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: deploy, trusted_roles: "
            "['arn:aws:iam::111122223333:role/path/to/okta-abac']}]}}"
        ),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each trusted role that is no role's ARN; the cure drops white space around one, and so lets it in."""
    for index, role in enumerate(plan.aws.roles):
        for place, text in enumerate(role.trusted_roles):
            if not is_role_arn(text):
                path = f"aws.roles[{index}].trusted_roles[{place}]"
                arn = text.strip()
                fix = replacement("Drop the white space", path, arn) if is_role_arn(arn) else None
                yield RULE.finding(
                    path,
                    "{text}; an ARN reads arn:{partition}:iam::111122223333:role/NAME",
                    fix=fix,
                    text=quoted(text, 100),
                    partition=plan.aws.partition.value,
                )
