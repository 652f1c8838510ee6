"""The flow: steps, where each stands, what comes next."""

from collections.abc import Iterable

import pytest

from tests import named
from wizard.app import flow
from wizard.app.flow import Standing
from wizard.app.session import Session
from wizard.app.steps.registry import all_steps
from wizard.app.steps.step import Step
from wizard.plan.model import Plan, Tag
from wizard.plan.path import value_at
from wizard.rules.finding import Severity


def standing(session: Session) -> dict[str, Standing]:
    """Return where each step stands."""
    return {state.step.id: state.standing for state in flow.states(session)}


def test_the_steps_come_in_the_order_of_the_work() -> None:
    """The wizard leads from Okta through the tags to AWS and the export, whatever steps stand between them."""
    order = ["okta", "tags", "profile", "aws", "access", "review"]
    found = [step.id for step in all_steps()]
    assert [step for step in found if step in order] == order
    assert found[-1] == "review"


@pytest.mark.parametrize("step", all_steps(), ids=lambda step: step.id)
def test_a_step_asks_a_question_and_answers_for_places_that_exist(step: Step) -> None:
    """Every step has a title, a question, one line of help, and its paths lead into the plan."""
    assert step.title
    assert step.question.endswith("?")
    assert step.hint
    assert "\n" not in step.hint
    for path in step.paths:
        value_at(Plan(), path)


def test_every_part_of_the_plan_has_a_step() -> None:
    """No key of the plan falls to the last step because it was forgotten."""
    forgotten = [name for name in Plan.__match_args__ if flow.step_for(name).id == "review"]
    assert forgotten == []


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("", "review"),
        ("tags", "tags"),
        ("tags[3].key", "tags"),
        ("okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES", "okta"),
        ("name", "okta"),
        ("target", "okta"),
        ("aws.roles[0].access[1]", "aws"),
        ("access[0].match[0]", "access"),
        ('people[0].profile["cost center"]', "profile"),
    ],
)
def test_a_place_belongs_to_the_step_that_names_it_most_closely(path: str, step: str) -> None:
    """A finding leads to the step that can mend it."""
    assert flow.step_for(path).id == step


def test_an_empty_plan_is_untouched_everywhere() -> None:
    """A new plan shows no step as wrong before anybody has been there."""
    assert set(standing(Session()).values()) == {Standing.UNTOUCHED}


def test_a_step_that_was_left_shows_its_problems() -> None:
    """Going on from a step without answering it shows what it lacks."""
    session = Session()
    session.go("tags")
    assert standing(session)["tags"] is Standing.UNTOUCHED
    session.go("aws")
    expected = Standing.PROBLEMS if _problems(session, "tags") else Standing.FINE
    assert standing(session)["tags"] is expected


def test_an_answered_step_shows_its_state_without_a_visit() -> None:
    """A plan that was opened shows where each of its parts stands."""
    session = Session(Plan(tags=(Tag("k" * 129, "user.team"),)))
    states = {state.step.id: state for state in flow.states(session)}
    assert states["tags"].standing is Standing.PROBLEMS
    assert states["tags"].errors == _count(session, "tags", [Severity.ERROR])
    assert states["tags"].problems == _problems(session, "tags")


def test_a_visited_review_is_not_fine_while_an_error_stops_the_export() -> None:
    """Its own findings are none, and yet nothing can be exported: it says so until the last error is mended."""
    session = Session(Plan(tags=(Tag("k" * 129, "user.team"),)))
    session.go("review")
    session.go("tags")
    review = flow.states(session)[-1]
    assert review.standing is Standing.STOPPED
    assert review.stopping == sum(finding.severity is Severity.ERROR for finding in session.findings)
    assert review.problems == 0
    session.set("tags[0].key", "team", "change the key")
    assert flow.states(session)[-1].standing is Standing.FINE


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_each_finding_counts_at_exactly_one_step(name: str) -> None:
    """The counts of the steps add up to the findings."""
    session = Session(named.plan(name))
    counted = sum(state.errors + state.warnings + state.infos for state in flow.states(session))
    assert counted == len(session.findings)
    shared = sum(len(flow.findings_of(step, session.findings)) for step in all_steps())
    assert shared == len(session.findings)


def test_next_and_back_walk_the_steps() -> None:
    """Next leads to the last step and Back to the first, and no further."""
    session = Session()
    walked = [flow.current(session).id]
    while (step := flow.following(session)) is not None:
        session.go(step.id)
        walked.append(step.id)
    assert walked == [step.id for step in all_steps()]
    while (step := flow.preceding(session)) is not None:
        session.go(step.id)
    assert flow.current(session).id == walked[0]


def test_an_unknown_step_is_the_first() -> None:
    """A session that is at no step of its plan is at the first one."""
    session = Session()
    session.go("gone")
    assert flow.current(session).id == "okta"


def _problems(session: Session, step_id: str) -> int:
    return _count(session, step_id, [Severity.ERROR, Severity.WARNING])


def _count(session: Session, step_id: str, weights: Iterable[Severity]) -> int:
    found = [finding for finding in session.findings if flow.step_for(finding.path).id == step_id]
    return sum(finding.severity in weights for finding in found)
