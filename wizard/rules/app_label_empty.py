"""OKTA107: no label of the app."""

from collections.abc import Iterator

from wizard.plan.model import Okta, Plan
from wizard.rules.cure import replacement
from wizard.rules.finding import Finding, Severity
from wizard.rules.rule import Example, Rule

RULE = Rule(
    "OKTA107",
    Severity.WARNING,
    title="App has no label",
    explanation="The runbook and the support request could not say which app they are about.",
    source="https://help.okta.com/en-us/content/topics/deploymentguides/aws/aws-configure-aws-app.htm",
    examples=(
        Example("{version: 1, okta: {app_label: ' '}, tags: []}", ("okta.app_label",)),
        Example("{version: 1, okta: {app_label: Amazon Web Services}, tags: []}"),
    ),
)


@RULE.judgement
def judge(plan: Plan) -> Iterator[Finding]:
    """Yield the label where it is blank; the cure is the label that Okta gives."""
    if not plan.okta.app_label.strip():
        usual = Okta().app_label
        fix = replacement('Use "{label}"', "okta.app_label", usual, label=usual)
        yield RULE.finding("okta.app_label", "Empty; Okta calls the app {label}", fix=fix, label=usual)
