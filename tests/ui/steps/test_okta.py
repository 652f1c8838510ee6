"""The page of the Okta app and the features."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.okta.feature import support_request
from wizard.plan.model import Claims, FeatureState, Target
from wizard.ui.steps.feature_card import FeatureCard
from wizard.ui.steps.okta import OktaAppPage

Key = Qt.Key


@pytest.fixture
def stage(show: Show) -> Stage:
    """Show the page of the example plan."""
    return show("okta", named.plan("team-project"))


def card(stage: Stage, key: str) -> FeatureCard:
    """Return the card of a feature."""
    assert isinstance(stage.page, OktaAppPage)
    return next(card for card in stage.page.cards if card.feature.key == key)


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [("name", "Teams", "Teams"), ("okta.org", "acme.okta.com", "acme.okta.com"), ("okta.app_label", "AWS", "AWS")],
)
def test_typing_reaches_the_plan(stage: Stage, path: str, typed: str, value: str) -> None:
    """What is typed in a field stands at its path."""
    stage.page.show_path(path)
    stage.retype(typed)
    part = stage.plan
    for name in path.split("."):
        part = getattr(part, name)
    assert part == value


def test_an_empty_org_is_none(stage: Stage) -> None:
    """An org that is emptied is not known, which is not an empty host."""
    stage.page.show_path("okta.org")
    stage.type("a")
    stage.press(Key.Key_Backspace)
    assert stage.plan.okta.org is None


def test_undo_restores_the_field(stage: Stage) -> None:
    """Undo puts the former text back into the field."""
    stage.page.show_path("okta.app_label")
    before = stage.focus.text()  # type: ignore[attr-defined]
    stage.retype("x")
    stage.session.undo()
    assert stage.focus.text() == before  # type: ignore[attr-defined]


def test_the_cursor_stays_while_typing(stage: Stage) -> None:
    """A letter in the middle of a name leaves the cursor behind it."""
    stage.page.show_path("name")
    stage.press(Key.Key_Home)
    stage.type("xy")
    assert stage.plan.name.startswith("xy")
    assert stage.focus.cursorPosition() == 2  # type: ignore[attr-defined]


def test_claims_are_chosen_with_the_arrows(stage: Stage) -> None:
    """The arrows choose between the two ways of sending attributes."""
    stage.page.show_path("okta.claims")
    stage.press(Key.Key_Down)
    assert stage.plan.okta.claims is Claims.FEDERATED


def test_a_feature_says_what_to_do_while_it_is_needed(stage: Stage) -> None:
    """A needed feature that is not known to be on has its guide; once it is on, a word is enough."""
    key = "SAML_SUPPORT_ARRAY_ATTRIBUTES"
    assert card(stage, key).guide.isVisible()
    stage.page.show_path(f"okta.features.{key}")
    assert isinstance(stage.focus, QComboBox)
    stage.focus.setCurrentIndex(stage.focus.findText("enabled"))
    stage.focus.activated.emit(stage.focus.currentIndex())
    assert stage.plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.ENABLED
    assert not card(stage, key).guide.isVisible()


def test_a_feature_that_is_not_needed_is_quiet(show: Show) -> None:
    """Without a transitive tag nobody is sent to Okta's support about arrays."""
    stage = show("okta", "version: 1\ntags: [{key: team, value: user.team}]\n")
    assert not card(stage, "SAML_SUPPORT_ARRAY_ATTRIBUTES").guide.isVisible()
    assert card(stage, "OIN_SAML2_DYNAMIC_ATTRIBUTES").guide.isVisible()


def test_the_cure_of_a_feature_is_a_button_on_its_card(stage: Stage) -> None:
    """The button on the card says that the feature is on."""
    key = "OIN_SAML2_DYNAMIC_ATTRIBUTES"
    (line,) = card(stage, key).remarks.lines()
    line.fix.click()
    assert stage.plan.okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES is FeatureState.ENABLED
    assert card(stage, key).remarks.lines() == ()


def test_the_request_is_copied_and_named(stage: Stage) -> None:
    """The button copies the text that the bundle holds, and the window says so."""
    card(stage, "OIN_SAML2_DYNAMIC_ATTRIBUTES").copy.click()
    assert QGuiApplication.clipboard().text() == support_request(stage.plan)
    assert stage.told == ["Copied the request to Okta's support"]


def test_a_target_that_is_not_written_can_be_changed(show: Show) -> None:
    """The choice of the target shows only where the plan has another than IAM."""
    stage = show("okta", "version: 1\ntarget: oidc\ntags: []\n")
    assert stage.page.show_path("target")
    assert isinstance(stage.focus, QComboBox)
    stage.focus.setCurrentIndex(0)
    stage.focus.activated.emit(0)
    assert stage.plan.target is Target.IAM
