"""The page of the profile attributes and the sample people."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.bundle.registry import bundle_files
from wizard.plan.model import Person
from wizard.ui.steps.profile import ProfilePage

Key = Qt.Key


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of the example plan."""
    return show("profile", named.plan("team-project"))


def page(stage: Stage) -> ProfilePage:
    """Return the page."""
    assert isinstance(stage.page, ProfilePage)
    return stage.page


def test_the_custom_attributes_are_listed(stage: Stage) -> None:
    """Each custom attribute that a tag reads has a row: its name, type and longest value."""
    table = page(stage).table
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert rows == [["team", "string", "256"], ["project", "string", "256"]]


def test_base_attributes_need_nothing(show: Show) -> None:
    """A plan that reads base attributes alone says that there is nothing to add."""
    stage = show("profile", "version: 1\ntags: [{key: cc, value: user.costCenter}]\n")
    assert page(stage).none.isVisible()
    assert not page(stage).table.isVisible()


@pytest.mark.parametrize(
    ("number", "path"),
    [(0, "okta/user-schema.json"), (1, "okta/app-user-schema.json"), (2, "okta/profile-mapping.json")],
)
def test_what_is_copied_is_what_the_bundle_holds(stage: Stage, number: int, path: str) -> None:
    """Each button copies the text of its file in the bundle."""
    page(stage).copies[number].click()
    text = QGuiApplication.clipboard().text()
    assert text == next(file.text for file in bundle_files(stage.plan) if file.path == path)
    assert json.loads(text)
    assert stage.told


def test_a_value_reaches_the_profile(stage: Stage) -> None:
    """What is typed for an attribute stands in the person's profile."""
    stage.page.show_path("people[0].profile.team")
    stage.retype("data")
    assert dict(stage.plan.people[0].profile)["team"] == "data"


def test_an_attribute_is_added_by_name(stage: Stage) -> None:
    """A name and Enter add an attribute, and the focus goes to its value."""
    page(stage).person.new.setFocus()
    stage.type("department")
    stage.press(Key.Key_Return)
    stage.type("R and D")
    assert dict(stage.plan.people[0].profile)["department"] == "R and D"


def test_an_attribute_of_any_name_is_kept(stage: Stage) -> None:
    """An attribute whose name is no word is edited like any other."""
    page(stage).person.new.setFocus()
    stage.type("a.b [c]")
    stage.press(Key.Key_Return)
    stage.type("x")
    assert dict(stage.plan.people[0].profile)["a.b [c]"] == "x"


def test_what_a_tag_reads_is_asked_for(show: Show) -> None:
    """An attribute that a tag reads has a line although the person lacks it, as null."""
    stage = show("profile", "version: 1\ntags: [{key: t, value: user.team}]\npeople: [{login: a@b.c}]\n")
    assert stage.page.show_path("people[0].profile.team")
    assert stage.plan.people[0] == Person("a@b.c")
    assert isinstance(stage.focus, QLineEdit)
    stage.type("data")
    assert stage.plan.people[0] == Person("a@b.c", (("team", "data"),))


def test_a_person_is_added_by_keyboard(stage: Stage) -> None:
    """Insert in the list adds a person and goes to the login."""
    page(stage).people.list.list.setFocus()
    stage.press(Key.Key_Insert)
    stage.type("grace@example.com")
    assert stage.plan.people[1] == Person("grace@example.com")


def test_an_attribute_is_removed(stage: Stage) -> None:
    """The button of an attribute takes it out of the profile; undo brings it back."""
    rows = [row for row in page(stage).person.rows() if row.name == "team"]
    rows[0].remove.click()
    assert "team" not in dict(stage.plan.people[0].profile)
    stage.session.undo()
    assert dict(stage.plan.people[0].profile)["team"] == "platform"


def test_a_long_profile_is_made_in_portions(show: Show) -> None:
    """Of fifty attributes the first ones are there at once, and the others soon, in the order of the profile."""
    stage = show("profile", named.plan("largest"))
    form = page(stage).person
    assert len(form.rows()) < 50
    stage.qtbot.waitUntil(lambda: len(form.rows()) == 50)
    assert [row.name for row in form.rows()] == [name for name, _value in stage.plan.people[0].profile]


def test_an_attribute_that_waits_gets_the_keyboard_once_it_is_there(show: Show) -> None:
    """Who goes to the last of fifty attributes as the page opens comes to its line."""
    stage = show("profile", named.plan("largest"))
    name = stage.plan.people[0].profile[-1][0]
    assert stage.page.show_path(f"people[0].profile.{name}")
    stage.qtbot.waitUntil(lambda: stage.focus.accessibleName() == name)


def test_who_goes_elsewhere_meanwhile_stays_there(show: Show) -> None:
    """An attribute that was asked for takes the keyboard from nobody who has gone on."""
    stage = show("profile", named.plan("largest"))
    form = page(stage).person
    stage.page.show_path(f"people[0].profile.{stage.plan.people[0].profile[-1][0]}")
    page(stage).people.list.list.setFocus()
    stage.qtbot.waitUntil(lambda: len(form.rows()) == 50)
    stage.qtbot.wait(20)
    assert stage.focus is page(stage).people.list.list
