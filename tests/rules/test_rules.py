"""What holds for every rule, checked on its own examples."""

import re

import pytest

from wizard.plan.model import Plan
from wizard.plan.path import parsed, value_at, written
from wizard.plan.reader import plan_from_text
from wizard.rules.finding import Finding, Severity
from wizard.rules.registry import findings, rules
from wizard.rules.rule import Example, Rule

GROUPS = ("TAG", "VAL", "OKTA", "FEAT", "AWS", "POL", "ACC", "PERS")
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.examples)
]
each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
each_example = pytest.mark.parametrize(("rule", "example"), EXAMPLES)


def _plan(example: Example) -> Plan:
    return plan_from_text(example.plan, name="example")


def _fixable(found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.fix is not None]


def test_ids_are_unique() -> None:
    """No two rules share an id."""
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


@each_rule
def test_id_names_a_group_and_a_number(rule: Rule) -> None:
    """An id is a group and three digits; no severity shows in it."""
    group, number = re.fullmatch(r"([A-Z]+)([1-9]\d\d)", rule.id).groups()
    assert group in GROUPS
    assert int(number) > 100


@each_rule
def test_title_is_a_short_fact(rule: Rule) -> None:
    """A title is a capitalised fact of at most seventy characters, without a period at its end."""
    assert re.fullmatch(r"[A-Z].{8,68}[^.!?\s]", rule.title)


@each_rule
def test_texts_keep_to_the_house_style(rule: Rule) -> None:
    """Titles and explanations ask for nothing politely, call nothing invalid, and explain in whole sentences."""
    assert not re.search(
        r"\b(please|invalid|successfully|simply)\b|!", f"{rule.title} {rule.explanation}", re.IGNORECASE
    )
    assert re.fullmatch(r"[A-Z].{30,420}\.", rule.explanation, re.DOTALL)


@each_rule
def test_source_is_a_document_on_the_web(rule: Rule) -> None:
    """A source is an https URL of AWS, Okta or a public report."""
    assert re.fullmatch(r"https://[a-z0-9.-]+/\S+", rule.source)


@each_rule
def test_an_unverified_rule_says_so(rule: Rule) -> None:
    """A rule that no primary source states says in its explanation that it is not verified."""
    words = re.search(r"unverified|disagree|differ|not documented|no formula", rule.explanation)
    assert rule.verified or words


@each_rule
def test_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    """Every rule shows a plan on which it fires and one on which it is silent."""
    assert any(example.paths for example in rule.examples)
    assert any(not example.paths for example in rule.examples)


@each_example
def test_rule_fires_at_exactly_the_paths_of_its_example(rule: Rule, example: Example) -> None:
    """A rule fires on its bad examples at exactly the paths they name, and is silent on its good ones."""
    found = tuple(finding.path for finding in findings(_plan(example)) if finding.rule == rule.id)
    assert found == example.paths


@each_example
def test_finding_is_complete(rule: Rule, example: Example) -> None:
    """A finding names its rule, a place that exists, and a message on one line without gaps."""
    plan = _plan(example)
    for finding in rule.findings(plan):
        assert (finding.rule, finding.title) == (rule.id, rule.title)
        assert re.fullmatch(r"https://[a-z0-9.-]+/\S+", finding.source)
        value_at(plan, finding.path)
        assert re.fullmatch(r"\S.*\S|\S", finding.message)
        assert not re.search(r"\{\w+\}|\b(please|invalid)\b|!$", finding.message)


@each_example
def test_fix_silences_its_finding(rule: Rule, example: Example) -> None:
    """A fix leaves its rule with less to say: at the same place nothing, unless the list moved up."""
    plan = _plan(example)
    before = tuple(rule.findings(plan))
    for finding in _fixable(before):
        mended = finding.fix.apply(plan)
        after = tuple(rule.findings(mended))
        assert len(after) < len(before)
        assert _list_of(mended, finding) < _list_of(plan, finding) or finding.path not in {rest.path for rest in after}


def _list_of(plan: Plan, finding: Finding) -> int:
    """Return how long the innermost list is in which the finding stands; 0 where it stands in none."""
    steps = parsed(finding.path)
    places = [place for place, step in enumerate(steps) if isinstance(step, int)]
    return len(value_at(plan, written(steps[: places[-1]]))) if places else 0


@each_example
def test_fix_brings_no_new_error(rule: Rule, example: Example) -> None:
    """A fix leaves no error that was not there before, counted by rule."""
    plan = _plan(example)
    for finding in _fixable(tuple(rule.findings(plan))):
        assert finding.fix.text()
        assert not set(_errors(finding.fix.apply(plan))) - set(_errors(plan))


def _errors(plan: Plan) -> list[str]:
    return [finding.rule for finding in findings(plan) if finding.severity is Severity.ERROR]
