"""What AWS's pages decide, scenario by scenario."""

import re
from collections import Counter

import pytest

from tests.aws.evaluator.scenario import Scenario, scenarios
from wizard.aws.evaluator.decision import Evaluator, Verdict

AWS_PAGE = re.compile(r"https://(docs\.aws\.amazon\.com|repost\.aws)/[A-Za-z0-9_./#-]+")


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: f"{scenario.file}: {scenario.name}")
def test_the_decision_is_that_of_the_page(scenario: Scenario) -> None:
    """Verdict, statement and reason are what AWS's page says."""
    decision = Evaluator(scenario.policies).decide(scenario.request)
    assert decision.verdict == scenario.expect, decision.because
    assert decision.because
    assert (decision.policy is None) == (decision.statement is None) == (decision.verdict is Verdict.NOT_ALLOWED)
    if scenario.by:
        assert decision.statement == scenario.by
    if scenario.because:
        assert any(scenario.because in reason for reason in decision.because), decision.because


def test_every_scenario_has_a_name_of_its_own_and_a_page() -> None:
    """A scenario can be found by its name, and the page that decides it can be opened."""
    names = Counter(scenario.name for scenario in scenarios())
    assert [name for name, count in names.items() if count > 1] == []
    assert [each.name for each in scenarios() if not AWS_PAGE.fullmatch(each.source)] == []


def test_there_are_scenarios_of_every_verdict() -> None:
    """At least 320 scenarios, and no verdict that is rare among them."""
    verdicts = Counter(scenario.expect for scenario in scenarios())
    assert sum(verdicts.values()) >= 320
    assert set(verdicts) == set(Verdict)
    assert min(verdicts.values()) >= 30


def test_one_evaluator_answers_each_request_as_if_it_were_the_first() -> None:
    """What was decided for one request is not taken for another: all requests against each set of policies, twice."""
    for scenario in scenarios()[::5]:
        evaluator = Evaluator(scenario.policies)
        asked = [each.request for each in scenarios()[::7]] + [scenario.request]
        for request in asked + asked:
            fresh = Evaluator(scenario.policies).decide(request)
            found = evaluator.decide(request)
            assert (found[:3], found.because) == (fresh[:3], fresh.because)
