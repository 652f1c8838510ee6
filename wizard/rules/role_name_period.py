"""AWS109: a period in a role name, over which sources disagree."""

from collections.abc import Iterator

from wizard.plan.model import Plan
from wizard.quoting.wording import quoted
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "AWS109",
    Severity.WARNING,
    title="Role name has a period",
    explanation=(
        "Okta's support says that a period breaks the app's group filter and role mapping, and the sign-in with it; "
        "the app's default filter lets periods through. Sources disagree, so a name without one is safer."
    ),
    source="https://support.okta.com/help/s/article/invalid-saml-response-with-aws-account-federation-app",
    verified=False,
    examples=(
        Example("{version: 1, tags: [], aws: {roles: [{name: okta.abac}]}}", ("aws.roles[0].name",)),
        Example("{version: 1, tags: [], aws: {roles: [{name: okta-abac}]}}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield each role whose name has a period; the cure writes a dash for it."""
    for index, role in enumerate(plan.aws.roles):
        if "." in role.name:
            path = f"aws.roles[{index}].name"
            name = role.name.replace(".", "-")
            taken = name.lower() in {other.name.lower() for other in plan.aws.roles}
            fix = None if taken else replacement('Call it "{name}"', path, name, name=name)
            yield RULE.finding(path, "{name}; reported to break Okta's role mapping", fix=fix, name=quoted(role.name))
