"""AWS120: a role that names a grant which the plan does not hold."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.spelling import nearest
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Fix, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS120",
    Severity.ERROR,
    title="Role names a grant that does not exist",
    explanation="The role's permission policy would lack what was meant, and nobody would see it missing.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    examples=(
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac, access: [onw, read]}]}, access: [{name: own}]}",
            ("aws.roles[0].access[0]", "aws.roles[0].access[1]"),
        ),
        Example(
            "{version: 1, tags: [], aws: {roles: [{name: abac, access: [read, own, read]}]}, access: [{name: own}]}",
            ("aws.roles[0].access[0]", "aws.roles[0].access[2]"),
        ),
        Example("{version: 1, tags: [], aws: {roles: [{name: abac, access: [own]}]}, access: [{name: own}]}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each name of a grant that the plan lacks; the cure is the nearest name, else taking it away."""
    names = [grant.name for grant in plan.access]
    for index, role in enumerate(plan.aws.roles):
        for place, name in enumerate(role.access):
            if name not in names:
                meant = nearest(name, (known for known in names if known not in role.access))
                path = f"aws.roles[{index}].access[{place}]"
                fix = _fix(f"aws.roles[{index}].access", role.access, name, meant)
                yield RULE.finding(path, "The plan has no grant {name}", fix=fix, name=quoted(name))


def _fix(path: str, access: tuple[str, ...], name: str, meant: str | None) -> Fix:
    """Return the cure of all entries of that name at once: one that stands twice needs no second round."""
    if meant is None:
        return replacement("Take it from the role", path, tuple(other for other in access if other != name))
    named = dict.fromkeys(meant if other == name else other for other in access)
    return replacement('Name "{name}"', path, tuple(named), name=meant)
