"""The likely causes of an error, the plan's own findings first."""

from tests import named
from wizard.app.likely_causes import likely_causes
from wizard.plan.edit import replaced
from wizard.rules.registry import findings
from wizard.rules.sign_in_errors import causes


def test_without_findings_the_order_is_the_catalogues() -> None:
    """A plan in which nothing is found changes nothing."""
    text = "is not authorized to perform: sts:TagSession on resource"
    likely = likely_causes(text, ())
    assert [each.cause for each in likely] == list(causes(text))
    assert all(each.findings == () for each in likely)


def test_causes_that_the_rules_see_come_first() -> None:
    """A cause that stands second in the catalogue comes first where the plan has a case of it, and names the case."""
    plan = replaced(named.plan("team-project"), "tags[1].key", "proj&ct")
    text = "An error occurred (ValidationError): Unable to validate tags"
    assert "TAG103" in causes(text)[1].rules
    first, *rest = likely_causes(text, findings(plan))
    assert first.cause == causes(text)[1]
    assert [(finding.rule, finding.path) for finding in first.findings] == [("TAG103", "tags[1].key")]
    assert [each.cause for each in rest] == [cause for cause in causes(text) if cause != first.cause]


def test_errors_keep_their_order() -> None:
    """A finding moves a cause within its error, never before the causes of an earlier one."""
    plan = replaced(named.plan("team-project"), "tags[1].key", "proj&ct")
    text = "Unable to validate tags. Not authorized to perform sts:AssumeRoleWithSAML"
    likely = likely_causes(text, findings(plan))
    errors = [cause.error for cause in causes(text)]
    assert [each.cause.error for each in likely] == errors
    assert len(set(errors)) == 2


def test_an_unknown_text_has_no_causes() -> None:
    """Nothing is guessed."""
    assert likely_causes("the coffee machine is on fire", ()) == ()
