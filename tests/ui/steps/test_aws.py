"""The page of the accounts and roles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSpinBox

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.plan.model import Role
from wizard.ui.steps.aws import AwsPage

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of a plan with several of everything."""
    return show("aws", named.plan("full"))


def page(stage: Stage) -> AwsPage:
    """Return the page."""
    assert isinstance(stage.page, AwsPage)
    return stage.page


def test_accounts_are_typed_one_a_line(stage: Stage) -> None:
    """Enter begins another account; the plan follows each key."""
    stage.page.show_path("aws.accounts[1]")
    stage.press(Key.Key_End)
    stage.press(Key.Key_Return)
    stage.type("444455556666")
    assert stage.plan.aws.accounts == ("111122223333", "012345678901", "444455556666")


def test_an_account_is_moved_with_alt_and_arrows(stage: Stage) -> None:
    """Alt+Up moves the line of the cursor."""
    stage.page.show_path("aws.accounts[1]")
    stage.press(Key.Key_Up, Alt)
    assert stage.plan.aws.accounts == ("012345678901", "111122223333")


def test_a_wrong_account_is_told_when_the_list_is_left(stage: Stage) -> None:
    """A short account is told under the list, with its line marked, once the focus is elsewhere."""
    stage.page.show_path("aws.accounts[0]")
    stage.press(Key.Key_Delete)
    before = stage.messages()
    assert any(finding.path == "aws.accounts[0]" for finding in stage.session.findings)
    stage.press(Key.Key_Tab)
    assert len(stage.messages()) > len(before)
    text = next(field for field in page(stage).fields if field.path == "aws.accounts").editor.inputs()[0]
    assert isinstance(text, QPlainTextEdit)
    assert len(text.extraSelections()) == 1


def test_a_role_is_added_by_keyboard(stage: Stage) -> None:
    """Insert in the list adds a role and goes to its name."""
    page(stage).roles.list.list.setFocus()
    stage.press(Key.Key_Insert)
    stage.type("readers")
    assert stage.plan.aws.roles[2] == Role(name="readers")
    assert page(stage).roles.list.index == 2


def test_a_role_is_removed_by_keyboard(stage: Stage) -> None:
    """Delete in the list removes the chosen role, and undo brings it back."""
    page(stage).roles.list.list.setFocus()
    stage.press(Key.Key_Delete)
    assert [role.name for role in stage.plan.aws.roles] == ["okta-chained"]
    stage.session.undo()
    assert [role.name for role in stage.plan.aws.roles] == ["okta-abac", "okta-chained"]


def test_a_role_is_moved_by_keyboard(stage: Stage) -> None:
    """Alt+Down moves the role, which stays chosen."""
    page(stage).roles.list.list.setFocus()
    stage.press(Key.Key_Down, Alt)
    assert [role.name for role in stage.plan.aws.roles] == ["okta-chained", "okta-abac"]
    assert page(stage).roles.list.index == 1


def test_the_fields_are_of_the_chosen_role(stage: Stage) -> None:
    """Another role in the list shows its values, and typing changes that role."""
    page(stage).roles.list.list.setFocus()
    stage.press(Key.Key_Down)
    stage.page.show_path("aws.roles[1].name")
    assert stage.focus.text() == "okta-chained"  # type: ignore[attr-defined]
    stage.retype("chained")
    assert [role.name for role in stage.plan.aws.roles] == ["okta-abac", "chained"]
    assert page(stage).roles.list.list.item(1).text() == "chained"


def test_a_session_is_stepped_by_quarters_of_an_hour(stage: Stage) -> None:
    """The arrow adds 900 seconds, and the words beside it follow."""
    stage.page.show_path("aws.roles[0].session_duration")
    assert isinstance(stage.focus, QSpinBox)
    stage.press(Key.Key_Up)
    assert stage.plan.aws.roles[0].session_duration == 8100


def test_grants_are_checked(stage: Stage) -> None:
    """Space takes a grant from the role, and gives it back in its place."""
    before = stage.plan.aws.roles[0].access
    stage.page.show_path("aws.roles[0].access")
    assert isinstance(stage.focus, QCheckBox)
    stage.press(Key.Key_Space)
    assert stage.plan.aws.roles[0].access == before[1:]
    stage.press(Key.Key_Space)
    assert stage.plan.aws.roles[0].access == before


def test_without_grants_a_button_leads_to_where_they_are_made(show: Show) -> None:
    """With no grant in the plan the field offers the step Access."""
    stage = show("aws", "version: 1\ntags: []\naws: {roles: [{name: r}]}\n")
    stage.page.show_path("aws.roles[0].access")
    stage.press(Key.Key_Space)
    assert stage.asked == ["access"]


def test_a_role_with_a_problem_is_marked_in_the_list(show: Show) -> None:
    """A role's finding shows on its name, though another role is chosen."""
    stage = show("aws", "version: 1\ntags: []\naws: {roles: [{name: good}, {name: 'no good'}]}\n")
    item = page(stage).roles.list.list.item(1)
    assert not item.icon().isNull()
    assert "Error" in item.data(Qt.ItemDataRole.AccessibleDescriptionRole)
