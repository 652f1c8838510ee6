"""What is wrong is said when a field is left, and is gone the moment it is mended: for every kind of field.

The cells of the tag table have their own tests, in test_tags.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests import named
from tests.ui.steps.stage import Show, Stage
from wizard.language import _
from wizard.ui.widgets.field import Field

Key = Qt.Key
FIELDS = [
    ("okta", "okta.org", "https://acme.okta.com", "acme.okta.com"),
    ("okta", "okta.app_label", "", "AWS"),
    ("profile", "people[0].login", "a b", "ada@example.com"),
    ("profile", "people[0].profile.team", "R&D", "platform"),
    ("aws", "aws.saml_provider", "Ok ta", "Okta"),
    ("aws", "aws.accounts", "123", "111122223333"),
    ("aws", "aws.sign_in_regions", "nowhere", "us-west-2"),
    ("aws", "aws.roles[0].name", "a b", "okta-abac"),
    ("aws", "aws.roles[0].session_duration", "1", "3600"),
    ("aws", "aws.roles[0].trusted_roles", "x", "arn:aws:iam::111122223333:role/deploy"),
    ("access", "access[0].name", "", "own"),
    ("access", "access[0].actions", "ec2", "ec2:StartInstances"),
]


@pytest.fixture
def stage(request: pytest.FixtureRequest, show: Show) -> Stage:
    """Show a page of the example plan."""
    return show(request.param, named.plan("team-project"), size=(700, 1400))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is announced to assistive technology."""
    sentences: list[str] = []
    for module in ("widgets.field", "steps.person_form", "steps.tag_table.grid"):
        monkeypatch.setattr(f"wizard.ui.{module}.announce", lambda _widget, sentence: sentences.append(sentence))
    return sentences


def said(stage: Stage, path: str) -> int:
    """Return how many findings the page shows for a place."""
    QApplication.processEvents()
    wanted = {finding.text(_) for finding in stage.session.findings if finding.path.startswith(path)}
    return sum(any(message in line for message in wanted) for line in stage.messages())


def test_the_details_of_a_tag_speak_when_they_are_left(show: Show, heard: list[str]) -> None:
    """What is wrong with them stands under the tag's row in the table."""
    stage = show("tags", named.plan("team-project"), size=(700, 1400))
    field = next(each for each in stage.page.findChildren(Field) if each.path == "tags[0].allowed")
    field.editor.show_place("")
    stage.retype("R&D")
    assert stage.messages() == []
    stage.press(Key.Key_Tab)
    assert ["&" in message for message in stage.messages()] == [True]
    assert "&" in heard[-1]
    field.editor.show_place("")
    stage.retype("platform")
    assert stage.messages() == []


@pytest.mark.parametrize(
    ("stage", "path", "wrong", "right"), FIELDS, indirect=["stage"], ids=[each[1] for each in FIELDS]
)
def test_a_field_speaks_when_it_is_left_and_falls_silent_when_mended(
    stage: Stage, path: str, wrong: str, right: str, heard: list[str]
) -> None:
    """Nothing while the mistake is typed; all of it on leaving, aloud too; nothing once it is right, in the field."""
    assert stage.page.show_path(path)
    before = said(stage, path)
    stage.retype(wrong)
    assert said(stage, path) == before, "it speaks while somebody types"
    assert not any(heard)
    stage.press(Key.Key_Tab)
    assert said(stage, path) > before, "it is silent after the field was left"
    found = [finding.text(_) for finding in stage.session.findings if finding.path.startswith(path)]
    assert any(words in sentence for words in found for sentence in heard)
    assert stage.page.show_path(path)
    stage.retype(right)
    assert said(stage, path) == before, "it goes on though it is mended"
