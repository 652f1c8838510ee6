"""The page of the grants."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.aws.coverage.table import coverage
from wizard.plan.model import Level, Shared
from wizard.ui.steps import access
from wizard.ui.steps.access import AccessPage

Key = Qt.Key


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of a plan with several grants."""
    return show("access", named.plan("full"))


def page(stage: Stage) -> AccessPage:
    """Return the page."""
    assert isinstance(stage.page, AccessPage)
    return stage.page


def test_a_new_grant_matches_the_required_tags(stage: Stage) -> None:
    """A grant begins with the match of every required tag: with none it would be for everybody."""
    page(stage).grants.list.list.setFocus()
    stage.press(Key.Key_Insert)
    stage.type("mine")
    grant = stage.plan.access[-1]
    assert grant.name == "mine"
    assert grant.match == tuple(tag.key for tag in stage.plan.tags if tag.required)


def test_a_grant_is_renamed_in_its_roles(stage: Stage) -> None:
    """A role goes on giving a grant whose name is emptied and typed anew."""
    stage.page.show_path("access[0].name")
    stage.retype("")
    stage.type("ours")
    assert stage.plan.access[0].name == "ours"
    assert stage.plan.aws.roles[0].access[0] == "ours"


def test_a_match_is_checked(stage: Stage) -> None:
    """Space on a tag's box takes it out of the match."""
    stage.page.show_path("access[0].match")
    assert isinstance(stage.focus, QCheckBox)
    stage.press(Key.Key_Space)
    assert stage.plan.access[0].match == named.plan("full").access[0].match[1:]


def test_levels_are_kept_in_their_order(stage: Stage) -> None:
    """Levels stand in the plan as levels, from list to permissions."""
    stage.session.set("access[0].levels", (Level.WRITE,), "change levels")
    stage.page.show_path("access[0].levels")
    stage.press(Key.Key_Space)
    levels = stage.plan.access[0].levels
    assert levels == (Level.LIST, Level.WRITE)
    assert all(isinstance(level, Level) for level in levels)


def test_actions_are_typed_one_a_line(stage: Stage) -> None:
    """A further line is a further action."""
    stage.page.show_path("access[0].actions[0]")
    stage.press(Key.Key_Home)
    stage.type("s3:GetObject")
    stage.press(Key.Key_Return)
    assert stage.plan.access[0].actions[:2] == ("s3:GetObject", named.plan("full").access[0].actions[0])


def test_what_is_left_out_is_told_under_its_field(stage: Stage) -> None:
    """The services of a grant carry what stands in no policy of what they ask for."""
    services = next(field for field in page(stage).fields if field.path == "access[0].services")
    assert any("not limited by any tag of a resource" in line.text.text() for line in services.lines.lines())


def test_yes_and_no_are_turned(stage: Stage) -> None:
    """Space turns what a grant may do with its tags."""
    before = stage.plan.access[0].protect_tags
    stage.page.show_path("access[0].protect_tags")
    stage.press(Key.Key_Space)
    assert stage.plan.access[0].protect_tags is not before


def test_the_shared_resources_are_chosen(stage: Stage) -> None:
    """The arrows choose what happens to the other resources of a creating call."""
    before = stage.plan.access[0].shared
    stage.page.show_path("access[0].shared")
    stage.press(Key.Key_Up if before is Shared.ANY else Key.Key_Down)
    assert stage.plan.access[0].shared is not before


def test_a_match_of_no_tag_is_shown_and_can_be_taken_away(show: Show) -> None:
    """A key that no tag has stands among the boxes, and says so."""
    stage = show("access", "version: 1\ntags: [{key: team, value: user.team}]\naccess: [{name: g, match: [teem]}]\n")
    boxes = [box for box in page(stage).match.findChildren(QCheckBox) if box.isVisible()]
    assert [box.text() for box in boxes] == ["team", "teem (no such tag)"]
    boxes[1].click()
    assert stage.plan.access[0].match == ()


@pytest.mark.parametrize(("days", "told"), [(180, False), (181, True)])
def test_an_old_table_of_services_is_a_quiet_line(show: Show, monkeypatch: pytest.MonkeyPatch, days: int, told: bool):
    """While the table is fresh there is no line; when it is old the page says of which day it is."""
    day = date.fromisoformat(coverage().origin.day)
    monkeypatch.setattr(access, "today", lambda: day + timedelta(days=days))
    stage = show("access", named.plan("full"))
    age = page(stage).age
    assert age.isVisible() == told
    assert (day.isoformat() in age.text()) == told
