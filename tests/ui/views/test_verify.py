"""The view of evidence: the verdict in words, attribute by attribute, the offers, the likely causes."""

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import named
from tests.evidence import okta
from tests.evidence.identity_provider import PREFIX, response
from tests.evidence.keys import certificate_pem
from tests.evidence.shapes import base64, har, post
from tests.evidence.trail import event
from tests.ui.views.stage import Show, ViewStage
from wizard.plan.edit import replaced
from wizard.plan.model import FeatureState
from wizard.ui.verify.evidence_box import LONGEST_SHOWN

PLAN = named.plan("team-project")
FLAT = okta.ada(TransitiveTagKeys=['{"team", "project"}'], team=["Platform "], project=None)
ERROR = "User is not authorized to perform: sts:TagSession on resource: arn:aws:iam::1:role/a"


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Give what shows the view of a plan."""
    return partial(ViewStage, qtbot)


@pytest.fixture
def stage(show: Show) -> ViewStage:
    """Show the view of the example plan."""
    return show("verify", PLAN)


def compare(stage: ViewStage, evidence: str | bytes) -> None:
    """Put evidence into the box and compare it."""
    stage.page.asking.box.setPlainText(evidence if isinstance(evidence, str) else evidence.decode())
    stage.press(stage.page.asking.compare)
    stage.rested()


def paste(stage: ViewStage, text: str) -> None:
    """Paste a text into the box, as Ctrl+V does it."""
    data = QMimeData()
    data.setText(text)
    stage.page.asking.box.insertFromMimeData(data)
    stage.rested()


def rows(stage: ViewStage) -> dict[str, tuple[str, ...]]:
    """Return the rows of the table by attribute."""
    return {cells[1]: cells for cells in stage.cells(stage.page.results.table)}


def test_a_sign_in_as_planned_matches(stage: ViewStage) -> None:
    """The verdict comes first, every attribute stands beside the plan, and nothing is said to be wrong."""
    compare(stage, okta.response())
    results = stage.page.results
    assert stage.page.pages.currentWidget() is results
    assert results.verdict.text() == "It matches: what was sent is what the plan means"
    assert results.mark.name == "fine"
    assert "ada@example.com" in results.remarks.text()
    assert rows(stage)["PrincipalTag:team"] == ("Matches", "PrincipalTag:team", '"platform"', '"platform"', "")
    assert rows(stage)["Role"][0] == "Fine"
    assert stage.told == ["It matches: what was sent is what the plan means"]
    assert stage.focus is results.table


def test_what_differs_comes_first_with_its_cure(stage: ViewStage) -> None:
    """Errors stand above what matches, in a word and an icon; the pane says expected, found and what to do."""
    compare(stage, okta.response(FLAT))
    results = stage.page.results
    assert results.verdict.text().startswith("It differs")
    assert [cells[0] for cells in stage.cells(results.table)][:3] == ["Error"] * 3
    assert [row.icon for row in results.table.known.rows][:4] == ["error", "error", "error", "fine"]
    assert rows(stage)["PrincipalTag:project"][2:] == ('"apollo"', "not sent", "Attribute is missing")
    keys = [cells[1] for cells in stage.cells(results.table)].index("TransitiveTagKeys")
    results.table.choose(keys)
    text = results.details.toPlainText()
    assert f"{PREFIX}TransitiveTagKeys" in text
    assert "What to do: Ask Okta's support to enable SAML_SUPPORT_ARRAY_ATTRIBUTES" in text
    assert "EVD121" in text


def test_a_cell_speaks_its_heading(stage: ViewStage) -> None:
    """Assistive technology hears which column it is in."""
    compare(stage, okta.response(FLAT))
    index = stage.page.results.table.model().index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == 'Sent: "Platform "'


def test_what_is_no_attribute_has_a_row(stage: ViewStage) -> None:
    """A wrong recipient stands in the table beside the attributes."""
    compare(stage, okta.response(recipient="https://signin.amazonaws.cn/saml"))
    assert rows(stage)["Recipient"][0] == "Error"
    assert "amazonaws.cn" in rows(stage)["Recipient"][3]


def test_features_are_set_in_the_plan_and_taken_back(stage: ViewStage) -> None:
    """Each offer is one edit in words, it goes when it is taken, and undo brings it back; the answer stays."""
    compare(stage, okta.response(FLAT))
    features = stage.page.results.features
    dynamic, arrays = features.buttons
    assert features.words[1].text() == "SAML_SUPPORT_ARRAY_ATTRIBUTES is disabled. The plan says: not known."
    stage.press(arrays)
    stage.rested()
    assert stage.session.plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.DISABLED
    assert stage.session.undo_words == "set SAML_SUPPORT_ARRAY_ATTRIBUTES to disabled"
    assert not arrays.isVisible()
    assert dynamic.isVisible()
    assert "as the plan says" in features.words[1].text()
    assert stage.focus is stage.page.results.table
    stage.session.undo()
    stage.rested()
    assert stage.session.plan == PLAN
    assert arrays.isVisible()
    assert len(stage.cells(stage.page.results.table)) == 6


def test_what_cannot_be_told_is_not_offered(stage: ViewStage) -> None:
    """A preview tells nothing of arrays."""
    compare(stage, okta.preview({"team": "user.team", "project": "user.project"}, '{"team", "project"}'))
    features = stage.page.results.features
    assert stage.page.results.verdict.text().startswith("It matches")
    assert "cannot tell" in features.words[1].text()
    assert not features.buttons[1].isVisible()
    assert not stage.page.results.lifetime.isVisible()


def test_the_plan_is_followed(stage: ViewStage) -> None:
    """An edit of the plan is compared at once, without the evidence being given again."""
    compare(stage, okta.response())
    stage.session.edit(replaced(PLAN, "tags[0].key", "squad"), "rename")
    stage.rested()
    assert stage.page.results.verdict.text().startswith("It differs")
    stage.session.undo()
    stage.rested()
    assert stage.page.results.verdict.text().startswith("It matches")
    assert len(stage.told) == 1


def test_evidence_of_no_use_says_why(stage: ViewStage) -> None:
    """There is no table then, and the way back has the keyboard."""
    compare(stage, "PHNhbWw+")
    results = stage.page.results
    assert results.verdict.text() == "It cannot be used"
    assert "XML" in results.remarks.text()
    assert not results.table.isVisible()
    assert stage.focus is results.change
    stage.press(results.change)
    assert stage.page.asking.box.toPlainText() == "PHNhbWw+"


def test_an_error_gets_its_likely_causes(show: Show) -> None:
    """The plan's own findings come first, and lead to their field."""
    stage = show("verify", replaced(PLAN, "tags[1].key", "proj&ct"))
    compare(stage, "An error occurred: Unable to validate tags")
    results = stage.page.results
    found = stage.cells(results.table)
    assert found[0] == ("Seen", "A tag key or value has characters that AWS refuses")
    assert [cells[0] for cells in found[1:]].count("Seen") == 0
    assert "Tags › proj&ct" in results.details.toPlainText()
    stage.press(results.go)
    stage.press(results.table, Qt.Key.Key_Return)
    assert stage.asked == ["tags[1].key"] * 2
    results.table.choose(1)
    assert not results.go.isVisible()


def test_a_cause_of_which_the_plan_has_a_note_alone_is_possible(stage: ViewStage) -> None:
    """A note stands in every plan of its kind; that it was seen would accuse the plan of it."""
    compare(stage, "Not authorized to perform sts:AssumeRoleWithSAML")
    table = stage.page.results.table
    words = [cells[0] for cells in stage.cells(table)]
    assert words[:2] == ["Possible", "Seen"]
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_a_refused_event_has_attributes_and_causes(stage: ViewStage) -> None:
    """Two kinds of rows, one of which is shown."""
    refused = {**event(), "errorCode": "AccessDenied", "errorMessage": "Unable to validate tags"}
    compare(stage, json.dumps(refused))
    results = stage.page.results
    assert results.kinds.isVisible()
    assert "PrincipalTag:team" in rows(stage)
    results.kinds.setCurrentIndex(1)
    assert stage.cells(results.table)[0][1] == "A tag value has more than 256 characters"
    compare(stage, okta.response())
    assert not results.kinds.isVisible()
    assert "PrincipalTag:team" in rows(stage)


@pytest.mark.parametrize(
    ("until", "words"), [("2026-11-24T10:05:00Z", "whoever has it can sign in"), ("2026-11-24T10:00:00Z", "It expired")]
)
def test_it_says_when_a_capture_expires(
    stage: ViewStage, monkeypatch: pytest.MonkeyPatch, until: str, words: str
) -> None:
    """By the clock of the moment, and by the assertion's own limit."""
    monkeypatch.setattr("wizard.ui.views.verify.now", lambda: datetime(2026, 11, 24, 10, 1, tzinfo=UTC))
    compare(stage, okta.response(after=until))
    assert words in stage.page.results.lifetime.text.text()


def test_it_notices_when_a_capture_expires(stage: ViewStage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words change without anybody doing anything."""
    clock = [datetime(2026, 11, 24, 10, 4, 59, 990_000, tzinfo=UTC)]
    monkeypatch.setattr("wizard.ui.views.verify.now", lambda: clock[0])
    compare(stage, okta.response(after="2026-11-24T10:05:00Z"))
    lifetime = stage.page.results.lifetime
    assert "whoever has it" in lifetime.text.text()
    clock[0] = datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
    stage.qtbot.waitUntil(lambda: "It expired" in lifetime.text.text())


def test_what_is_pasted_is_compared_at_once(stage: ViewStage) -> None:
    """No button is needed, and the box holds what was pasted."""
    paste(stage, okta.response().decode())
    assert stage.page.results.verdict.text().startswith("It matches")
    assert "saml2p:Response" in stage.page.asking.box.toPlainText()


def test_a_long_text_is_held_without_being_shown(stage: ViewStage) -> None:
    """The box stays empty, and a line says what is held; removing it brings the box back."""
    text = har(post(okta.response())) + " " * LONGEST_SHOWN
    paste(stage, text)
    asking = stage.page.asking
    assert stage.page.results.verdict.text().startswith("It matches")
    stage.press(stage.page.results.change)
    assert asking.box.document().isEmpty()
    assert asking.name.text() == f"A text of {len(text):,} characters"
    assert asking.compare.isEnabled()
    stage.press(asking.remove)
    assert asking.box.isVisible()
    assert not asking.compare.isEnabled()
    assert stage.focus is asking.box


def test_the_button_pastes(stage: ViewStage) -> None:
    """In the place of what was there; the clipboard keeps its text."""
    text = okta.response().decode()
    QGuiApplication.clipboard().setText(text)
    stage.page.asking.box.setPlainText("something else")
    stage.press(stage.page.asking.paste)
    stage.rested()
    assert stage.page.results.verdict.text().startswith("It matches")
    assert QGuiApplication.clipboard().text() == text
    QGuiApplication.clipboard().clear()


def test_no_break_spaces_reach_the_comparison(stage: ViewStage) -> None:
    """Qt would hand out plain ones, and AWS would see what the view did not."""
    compare(stage, okta.response(okta.ada(team=["plat\u00a0form"])))
    assert rows(stage)["PrincipalTag:team"][3] == '"plat<U+00A0>form"'


def test_a_file_is_opened(stage: ViewStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is shown, its content is not."""
    file = tmp_path / "sign-in.har"
    file.write_text(har(post(okta.response())))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    stage.press(stage.page.asking.open)
    stage.rested()
    assert stage.page.results.verdict.text().startswith("It matches")
    stage.press(stage.page.results.change)
    assert stage.page.asking.name.text() == "sign-in.har"
    assert stage.page.asking.box.document().isEmpty()


@pytest.mark.parametrize("onto", ["page", "box"])
def test_a_file_is_dropped(stage: ViewStage, tmp_path: Path, onto: str) -> None:
    """Anywhere on the view, in the place of what was there."""
    file = tmp_path / "response.txt"
    file.write_text(base64(okta.response()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    if onto == "box":
        stage.page.asking.box.insertFromMimeData(data)
    else:
        compare(stage, "{")
        where = QPointF(QPoint(10, 10))
        stage.page.dropEvent(
            QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        )
    stage.rested()
    assert stage.page.results.verdict.text().startswith("It matches")


def test_a_file_that_cannot_be_read_is_told(stage: ViewStage, tmp_path: Path) -> None:
    """The view stays where evidence is given."""
    stage.page.asking.hold(tmp_path / "nothing.har")
    stage.rested()
    assert stage.page.pages.currentWidget() is stage.page.asking
    assert stage.page.asking.wrong.text.text() == "Evidence: It cannot be read: No such file or directory"
    assert stage.told == ["Evidence: It cannot be read: No such file or directory"]


def test_a_certificate_and_a_time_are_judged_by(stage: ViewStage, tmp_path: Path) -> None:
    """They are filled in below, and what is wrong with one of them leads to its field."""
    options = stage.page.asking.options
    file = tmp_path / "idp.pem"
    stage.press(options.fold)
    options.certificate.line.setText(str(file))
    compare(stage, base64(response()))
    assert "Certificate or metadata: It cannot be read" in stage.page.asking.wrong.text.text()
    assert stage.focus is options.certificate.line
    file.write_bytes(certificate_pem("idp"))
    options.time.setText("2020-01-01")
    compare(stage, base64(response()))
    assert stage.focus is options.time
    assert options.wrong.text.text().startswith("A time with its zone is expected")
    stage.press(options.now)
    assert not options.wrong.isVisible()
    compare(stage, base64(response()))
    assert "signed by the given certificate" in stage.page.results.remarks.text()


def test_a_person_is_chosen(show: Show) -> None:
    """Among the plan's; the values compared are that person's."""
    stage = show("verify", named.plan("full"))
    options = stage.page.asking.options
    options.person.setCurrentIndex(options.person.count() - 1)
    login = named.plan("full").people[-1].login
    compare(stage, okta.response())
    assert login in stage.page.results.remarks.text()


def test_a_chosen_person_stays_while_the_plan_changes(show: Show) -> None:
    """The choice follows the plan's people, and keeps who was chosen."""
    plan = named.plan("full")
    stage = show("verify", plan)
    options = stage.page.asking.options
    options.person.setCurrentIndex(1)
    chosen = options.login
    stage.session.edit(replaced(plan, "people", tuple(reversed(plan.people))), "turn round")
    assert options.login == chosen
    stage.session.edit(replaced(plan, "people", ()), "remove all")
    assert options.login is None
