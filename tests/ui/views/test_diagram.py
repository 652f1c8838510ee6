"""The view of the flow: drawn for a person, the same in a table, saved as a picture."""

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests import named
from tests.ui.views.stage import ViewStage
from wizard.diagram.flow import diagram
from wizard.plan.edit import inserted, replaced
from wizard.plan.model import Person, Plan
from wizard.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours
from wizard.ui.diagram.layout import Look, laid_out
from wizard.ui.job import Cancelled, Course
from wizard.ui.theme import Theme, apply_theme
from wizard.ui.tip import folded
from wizard.ui.views.diagram import picture_written

PLAN = inserted(
    named.plan("team-project"),
    "people",
    Person("bob@example.com", (("team", "R&D"), ("project", "apollo"))),
)


@pytest.fixture
def stage(qtbot: QtBot) -> ViewStage:
    """Show the view of the example plan, with somebody whose sign-in fails."""
    return ViewStage(qtbot, "diagram", PLAN)


def middle(stage: ViewStage, node_id: str) -> QPoint:
    """Return where a node stands on the sheet."""
    canvas = stage.page.canvas
    place = canvas.drawing.of(node_id).place.center() * canvas.sheet.scale
    return QPointF(place).toPoint()


def test_the_table_says_what_the_picture_shows(stage: ViewStage) -> None:
    """A row for each node, in the order of the stages: what stands there, and where it leads."""
    table = stage.page.table
    QAbstractItemModelTester(table.model())
    assert stage.cells(table)[:2] == [
        ("Okta profile", "ada@example.com", "team; project", ""),
        ("Attribute", "team · platform", "PrincipalTag:team", ""),
    ]
    assert len(stage.cells(table)) == len(stage.page.canvas.drawing.boxes)
    said = table.model().index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Leads to: PrincipalTag:team"
    assert stage.page.verdict.text.text() == "ada@example.com signs in. Grants whose condition can hold: 1 of 1."


def test_another_person_is_chosen_and_the_break_is_told(stage: ViewStage) -> None:
    """The person of the previews changes with the choice; the refusal stands in the sentence and in its row."""
    box = stage.page.person
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert stage.session.person is not None
    assert stage.session.person.login == "bob@example.com"
    reason = 'Tag "team": "&" cannot stand in a tag value'
    assert stage.page.verdict.text.text() == f"bob@example.com cannot sign in: {reason}"
    assert stage.page.verdict.icon.name == "error"
    assert [row[3] for row in stage.cells(stage.page.table) if row[3]] == [reason]
    broken = [line.text for line in stage.page.canvas.drawing.of("tag0").lines if line.look is Look.BROKEN]
    assert broken[0].startswith("✕ ")


def test_enter_and_a_double_click_lead_to_the_field(stage: ViewStage) -> None:
    """By key from the table, by mouse from the picture; one click chooses the row."""
    table, sheet = stage.page.table, stage.page.canvas.sheet
    table.setFocus()
    table.choose(3)
    stage.press(table, Qt.Key.Key_Return)
    stage.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=middle(stage, "tag1"))
    assert stage.page._nodes[table.currentIndex().row()].id == "tag1"
    assert sheet.chosen == "tag1"
    stage.qtbot.mouseDClick(sheet, Qt.MouseButton.LeftButton, pos=middle(stage, "resource0"))
    assert stage.asked == ["tags[0].value", "access[0]"]


def test_the_picture_grows_shrinks_and_fits(stage: ViewStage) -> None:
    """Larger and smaller by a step; fitting follows the room again, and never becomes too small to read."""
    canvas = stage.page.canvas
    fitting = canvas.sheet.scale
    stage.press(stage.page.larger)
    assert canvas.sheet.scale == pytest.approx(fitting * 1.25)
    stage.press(stage.page.smaller)
    stage.press(stage.page.smaller)
    assert canvas.sheet.scale < fitting
    stage.press(stage.page.fit)
    stage.window.resize(420, 560)
    QApplication.processEvents()
    assert canvas.sheet.scale == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("theme", "known"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.HIGH_CONTRAST, HIGH_CONTRAST)]
)
def test_the_picture_has_the_colours_of_the_theme(
    qapp: QApplication, stage: ViewStage, theme: Theme, known: Colours
) -> None:
    """It stands on the ground of the theme that is shown, whatever its own palette says."""
    apply_theme(qapp, theme)
    QApplication.processEvents()
    assert stage.page.canvas.sheet.grab().toImage().pixelColor(1, 1).name() == known.ground


def test_the_pointer_hears_what_is_cut(stage: ViewStage) -> None:
    """The tooltip of a node has all its words and faults."""
    stage.session.choose_person("bob@example.com")
    at = middle(stage, "tag0")
    sheet = stage.page.canvas.sheet
    QApplication.sendEvent(sheet, QHelpEvent(QEvent.Type.ToolTip, at, sheet.mapToGlobal(at)))
    assert QToolTip.text() == folded('team\nR&D\ntransitive\nTag "team": "&" cannot stand in a tag value')
    QToolTip.hideText()


@pytest.mark.parametrize("name", ["flow.svg", "flow.png"])
def test_the_picture_is_saved(stage: ViewStage, tmp_path: Path, name: str) -> None:
    """SVG holds the words as text and says what it shows; PNG is twice as large; both are dark on white."""
    path = tmp_path / name
    stage.page.write(path)
    stage.rested()
    assert stage.told == [f"Saved the picture to {path}"]
    size = stage.page.canvas.drawing.size
    if name.endswith(".svg"):
        root = ET.fromstring(path.read_text(encoding="utf-8"))
        text = "".join(root.itertext())
        sizes = {each.get("font-size") for each in root.iter() if each.get("font-size")}
        assert str(stage.page.canvas.drawing.font.pixelSize()) in sizes
        assert "ada@example.com" in text
        assert "The flow of" in text
    else:
        image = QImage(str(path))
        assert image.width() == round(size.width() * 2)
        assert image.pixelColor(1, 1).name() == "#ffffff"


def test_a_picture_that_is_cancelled_is_not_written(stage: ViewStage, tmp_path: Path) -> None:
    """Who cancels while a picture is drawn finds nothing in the folder."""
    cancelled = Course(lambda _part: None, lambda: True)
    with pytest.raises(Cancelled):
        picture_written(stage.page.canvas.drawing, tmp_path / "flow.svg", "title", "description", cancelled)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_written_is_told(stage: ViewStage, tmp_path: Path) -> None:
    """The sentence says that nothing was saved, and why."""
    stage.page.write(tmp_path / "absent" / "flow.svg")
    stage.rested()
    assert stage.page.verdict.text.text().startswith("Nothing was saved.")


def test_without_a_tag_or_a_person_the_view_says_what_to_do(qtbot: QtBot) -> None:
    """An empty plan asks for a tag; one without sample people shows everybody's way and asks for a person."""
    empty = ViewStage(qtbot, "diagram", Plan())
    assert empty.page.verdict.text.text().startswith("There is no session tag yet.")
    assert not empty.page.split.isVisible()
    empty.press(empty.page.mend)
    empty.session.edit(replaced(PLAN, "people", ()), "take a plan")
    assert empty.page.verdict.text.text().startswith("This is the way of everybody's values.")
    assert empty.page.split.isVisible()
    assert not empty.page.person.isVisible()
    empty.press(empty.page.mend)
    assert empty.asked == ["tags", "people"]


@pytest.mark.parametrize("name", named.PLANS)
@pytest.mark.parametrize("mirrored", [False, True])
def test_no_node_stands_on_another(qapp: QApplication, name: str, mirrored: bool) -> None:
    """Every node has its own place in the picture, in either direction of reading."""
    plan = named.plan(name)
    drawing = laid_out(diagram(plan, plan.person()), QGuiApplication.font(), mirrored=mirrored)
    places = sorted((box.place for box in drawing.boxes), key=lambda place: (place.left(), place.top()))
    for one, other in pairwise(places):
        assert not one.intersects(other)
    for place in places:
        assert place.left() > 0
        assert place.right() < drawing.size.width()
        assert place.bottom() < drawing.size.height()


def test_the_picture_is_walked_by_arrows_and_says_each_node(stage: ViewStage) -> None:
    """Right and left go along the flow, down and up in a stage; the table follows, and Enter leads to the field."""
    sheet, table = stage.page.canvas.sheet, stage.page.table
    sheet.setFocus()
    stage.press(sheet, Qt.Key.Key_Home)
    assert sheet.accessibleDescription() == "Okta profile: ada@example.com"
    stage.press(sheet, Qt.Key.Key_Right)
    assert sheet.accessibleDescription() == "Attribute: team · platform"
    stage.press(sheet, Qt.Key.Key_Down)
    assert sheet.accessibleDescription() == "Attribute: project · apollo"
    assert table.model().index(table.currentIndex().row(), 1).data() == "project · apollo"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        stage.press(sheet, key)
    assert sheet.accessibleDescription() == "Okta profile: ada@example.com"
    stage.press(sheet, Qt.Key.Key_End)
    stage.press(sheet, Qt.Key.Key_Return)
    assert stage.asked == ["access[0]"]
    assert stage.focus is sheet


def test_arrows_follow_the_flow_where_it_is_mirrored(stage: ViewStage) -> None:
    """From right to left, the left key goes on."""
    sheet = stage.page.canvas.sheet
    sheet.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage.press(sheet, Qt.Key.Key_Home)
    stage.press(sheet, Qt.Key.Key_Left)
    assert sheet.accessibleDescription() == "Attribute: team · platform"


def test_the_picture_is_a_picture_to_assistive_technology(stage: ViewStage) -> None:
    """Its role says so, and its name what it shows."""
    heard = QAccessible.queryAccessibleInterface(stage.page.canvas.sheet)
    assert heard.role() is QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Diagram of the flow"
