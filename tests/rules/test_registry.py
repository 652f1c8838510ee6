"""All rules together: their order, and that no plan stops them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wizard.rules
from tests.strategies import plans
from wizard.discovery import NothingFound, discovered
from wizard.frozen import replace
from wizard.plan.model import Aws, Grant, Person, Plan, Role, Tag
from wizard.plan.path import value_at
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import findings, rule, rules
from wizard.rules.rule import Rule


def test_findings_follow_the_places_of_the_plan() -> None:
    """Findings stand in the order of the plan file, a whole before its parts, the tenth entry after the ninth."""
    tags = tuple(Tag("" if number in (1, 9, 10) else f"k{number}", "user.a") for number in range(11))
    plan = Plan(tags=tags, aws=Aws(roles=(Role(""),)), access=(Grant("g"),), people=(Person("a"),))
    paths = [finding.path for finding in findings(plan)]
    assert paths.index("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES") < paths.index("tags[1].key")
    assert paths.index("tags[1].key") < paths.index("tags[9].key") < paths.index("tags[10].key")
    assert paths.index("tags[10].key") < paths.index("aws.roles[0].name") < paths.index("access[0].match")
    assert paths.index("access[0].match") < paths.index("people[0].login")


def test_errors_stand_first_at_one_place() -> None:
    """At one place an error stands before a warning, and the lower id before the higher."""
    key = " " + "k" * 500 + "&"
    plan = Plan(tags=(Tag(key, "user.team"),))
    at_key = [finding for finding in findings(plan) if finding.path == "tags[0].key"]
    assert [finding.rule for finding in at_key] == ["OKTA103", "TAG101", "TAG103", "TAG110"]
    assert [finding.severity for finding in at_key][-2:] == [Severity.ERROR, Severity.WARNING]


def test_a_profile_attribute_has_its_own_place() -> None:
    """A finding at an attribute of a person stands in the order of the profile."""
    profile = (("b", "R&D"), ("a", "R&D"))
    plan = Plan(tags=(Tag("a", "user.a"), Tag("b", "user.b")), people=(Person("ada@example.com", profile),))
    paths = [finding.path for finding in findings(plan) if finding.rule == "PERS103"]
    assert paths == ["people[0].profile.b", "people[0].profile.a"]


def test_a_rule_is_found_by_its_id() -> None:
    """An id finds its rule in whatever case, white space around it or not; an unknown one finds none."""
    assert rule(" tag101\n") is rules()[[known.id for known in rules()].index("TAG101")]
    assert rule("TAG999") is None


def test_a_rule_without_a_judgement_is_told() -> None:
    """A rule file that forgot its judgement is an error, not a silent rule."""
    empty = Rule("TAG999", Severity.INFO, title="", explanation="", source="", examples=())
    with pytest.raises(LookupError, match="TAG999"):
        empty.findings(Plan())


def test_an_empty_package_is_an_error() -> None:
    """An installation that lost its rules does not approve everything."""
    with pytest.raises(NothingFound):
        discovered(wizard.rules, "NO_SUCH_NAME", Rule)


def _complete(plan: Plan, finding: Finding) -> None:
    value_at(plan, finding.path)
    assert finding.message.isprintable()
    assert finding.fix is None or finding.fix.text().isprintable()


@settings(max_examples=60, deadline=None)
@given(plans())
def test_no_plan_stops_the_rules(plan: Plan) -> None:
    """Any plan that a file can hold is judged whole: every finding has a place, and a message that can be shown."""
    for finding in findings(plan):
        _complete(plan, finding)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_every_fix_gives_a_plan_that_can_be_judged(plan: Plan) -> None:
    """A fix on whatever plan gives another plan, which the rules judge too."""
    for finding in findings(plan):
        if finding.fix is not None:
            mended = finding.fix.apply(plan)
            assert mended != plan
            findings(mended)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_safe_fix_brings_no_new_error(plan: Plan) -> None:
    """A fix that may be applied unasked leaves no rule with more errors than before."""
    before = _errors(plan)
    for finding in findings(plan):
        if finding.fix is not None and finding.fix.safe:
            after = _errors(finding.fix.apply(plan))
            assert all(after.count(known) <= before.count(known) for known in set(after))


def _errors(plan: Plan) -> list[str]:
    return [finding.rule for finding in findings(plan) if finding.severity is Severity.ERROR]


@settings(max_examples=40, deadline=None)
@given(plans(hostile=False))
def test_a_sensible_plan_has_no_error(plan: Plan) -> None:
    """A plan whose parts fit together, with legal texts, has warnings at most."""
    assert _errors(plan) == []


@settings(max_examples=20, deadline=None)
@given(plans(), st.text())
def test_lone_surrogates_stop_nothing(plan: Plan, text: str) -> None:
    """A text of the app that no file can hold is judged too."""
    tags = (Tag(f"\ud800{text}", f"\udfff{text}"), *plan.tags)
    odd = replace(plan, tags=tags, people=(Person("\ud800", (("a", "\udc00"),)), *plan.people))
    assert findings(odd)
