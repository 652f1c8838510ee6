"""The page of the grants."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.app.session import Session
from wizard.aws.coverage.table import coverage
from wizard.plan.model import Level, Shared
from wizard.ui.steps import access
from wizard.ui.steps.access import AccessPage
from wizard.ui.steps.grant_tree import GrantTree
from wizard.ui.widgets.service_edit import ServiceEdit

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
    assert any("limited by no tag" in line.text.text() for line in services.lines.lines())


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


def services(stage: Stage) -> ServiceEdit:
    """Return the editor of the services."""
    return page(stage).services


def test_a_service_is_found_by_its_name_and_taken_with_enter(stage: Stage) -> None:
    """Typing opens the list, Enter takes the first, and the line is empty for the next."""
    stage.session.set("access[0].services", (), "clear")
    stage.page.show_path("access[0].services")
    stage.type("secrets man")
    assert services(stage).line.offers()[0] == "secretsmanager"
    stage.press(Key.Key_Return)
    assert stage.plan.access[0].services == ("secretsmanager",)
    assert services(stage).line.text() == ""
    assert [chip.text() for chip in services(stage).chips()] == ["secretsmanager — AWS Secrets Manager"]
    stage.type("secretsmanager")
    stage.press(Key.Key_Return)
    assert stage.plan.access[0].services == ("secretsmanager",)


def test_a_service_that_nobody_knows_is_taken_as_typed_and_told(stage: Stage) -> None:
    """What AWS may have added since is not refused; a finding says that the table does not know it."""
    stage.page.show_path("access[0].services")
    stage.type("brandnewservice")
    stage.press(Key.Key_Return)
    assert stage.plan.access[0].services[-1] == "brandnewservice"
    assert any("brandnewservice" in finding.message for finding in stage.session.findings)


def test_a_chosen_service_is_removed_by_its_button(stage: Stage) -> None:
    """Tab leads to each service; Space removes it, and the focus stays among them."""
    stage.session.set("access[0].services", ("ec2", "rds", "sqs"), "choose")
    stage.page.show_path("access[0].services[1]")
    assert stage.focus is services(stage).chips()[1]
    assert stage.focus.accessibleName().endswith("remove rds — Amazon RDS")
    stage.press(Key.Key_Space)
    assert stage.plan.access[0].services == ("ec2", "sqs")
    assert stage.focus is services(stage).chips()[1]
    stage.press(Key.Key_Space)
    stage.press(Key.Key_Space)
    assert stage.plan.access[0].services == ()
    assert stage.focus is services(stage).line


def test_an_arrow_opens_the_list_of_services(stage: Stage) -> None:
    """Who does not know a name looks at what there is."""
    stage.page.show_path("access[0].services")
    stage.press(Key.Key_Down)
    assert len(services(stage).line.offers()) > 10


def rows(tree: GrantTree) -> dict[str, str]:
    """Return the parts with their counts."""
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item is not None}


def test_what_a_grant_gives_is_said_at_once(stage: Stage) -> None:
    """A level more gives more, and the parts and the counts follow."""
    stage.session.set("access[0].actions", (), "clear")
    stage.session.set("access[0].services", ("secretsmanager",), "choose")
    stage.session.set("access[0].levels", (Level.READ,), "choose")
    stage.qtbot.waitUntil(lambda: not page(stage)._later.isActive())
    before = int(rows(page(stage).given)["On what is their own"])
    stage.session.set("access[0].levels", (Level.READ, Level.WRITE), "choose")
    stage.qtbot.waitUntil(lambda: int(rows(page(stage).given)["On what is their own"]) > before)
    assert page(stage).summary.text().startswith("Actions granted: ")


def test_a_part_opens_to_its_actions_and_stays_open(stage: Stage) -> None:
    """The actions stand below their service, and an edit leaves open what was open."""
    stage.session.set("access[0].actions", ("ec2:StartInstances", "sqs:SendMessage"), "choose")
    stage.session.set("access[0].services", (), "clear")
    stage.session.set("access[0].levels", (), "clear")
    tree = page(stage).given
    stage.qtbot.waitUntil(lambda: rows(tree).get("On what is their own") == "2")
    tree.setFocus()
    stage.press(Key.Key_Right)
    top = tree.topLevelItem(0)
    assert top is not None
    assert [top.child(at).text(0) for at in range(top.childCount())] == ["ec2", "sqs"]
    top.child(0).setExpanded(True)
    assert top.child(0).child(0).text(0) == "ec2:StartInstances"
    stage.session.set("access[0].actions", ("ec2:StartInstances",), "choose")
    stage.qtbot.waitUntil(lambda: rows(tree)["On what is their own"] == "1")
    again = tree.topLevelItem(0)
    assert again is not None
    assert again.isExpanded()
    assert again.child(0).text(0) == "ec2:StartInstances"


def test_a_grant_without_a_match_gives_nothing_and_says_so(stage: Stage) -> None:
    """It would be for everybody, so nothing of it is listed as given."""
    stage.session.set("access[0].match", (), "clear")
    stage.qtbot.waitUntil(lambda: page(stage).summary.text().startswith("Nothing: its match"))
    assert page(stage).given.isHidden()


def test_the_list_shows_every_name_on_one_line(show: Show) -> None:
    """A name with line ends, or with signs that are not seen, is shown as it is written."""
    stage = show("access", named.plan("hostile"))
    listed = page(stage).grants.list.list
    text = listed.item(0).text()
    assert "<U+202E>" in text
    assert text.isprintable()


def test_a_page_that_is_opened_gets_its_last_fields_in_later_turns(qtbot: QtBot) -> None:
    """The first fields are there at once; the others follow, with their values."""
    waiting = AccessPage(Session(named.plan("largest")))
    qtbot.addWidget(waiting)
    waiting.refresh()
    first = len(waiting.fields)
    waiting.show()
    qtbot.waitUntil(lambda: not waiting.waits)
    assert len(waiting.fields) > first
    assert [field.path for field in waiting.fields][-1] == "access[0].notes"
    assert not waiting.fields[-1].isHidden()


def test_a_field_that_waits_is_there_for_who_goes_to_it(qtbot: QtBot) -> None:
    """Who opens the page at one of its last fields comes to it."""
    waiting = AccessPage(Session(named.plan("largest")))
    qtbot.addWidget(waiting)
    waiting.refresh()
    waiting.show()
    assert waiting.show_path("access[2].notes")
    notes = waiting.fields[-1]
    assert notes.path == "access[2].notes"
    assert notes.isAncestorOf(waiting.focusWidget())
