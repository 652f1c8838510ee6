"""AWS122: a role that names a grant twice."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import removal
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS122",
    Severity.WARNING,
    title="Role names a grant or a trusted role twice",
    explanation="The second one changes nothing; another name was perhaps meant.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac, access: [own, own], "
            "trusted_roles: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/a']}]}}",
            ("aws.roles[0].access[1]", "aws.roles[0].trusted_roles[1]"),
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own, other]}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each entry of a role's lists that an earlier one equals; the cure takes it away."""
    for index, role in enumerate(plan.aws.roles):
        for name, entries in (("access", role.access), ("trusted_roles", role.trusted_roles)):
            for place, entry in enumerate(entries):
                if entry in entries[:place]:
                    path = f"aws.roles[{index}].{name}[{place}]"
                    fix = removal("Take it away", path, safe=True)
                    yield RULE.finding(path, "{entry} stands there already", fix=fix, entry=quoted(entry))
