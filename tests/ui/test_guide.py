"""The guide in its window: opened from the menu where one is, read by keys, with its pictures."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible

from tests.ui.at_work import AtWork
from tools.pictures import GUIDE
from wizard.app.guide import guide_sections
from wizard.ui.colours import colours
from wizard.ui.guide import GuideDialog
from wizard.ui.theme import Theme


def guide(app: AtWork) -> GuideDialog:
    """Open the guide with its keys and return it."""
    app.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    app.settle()
    (dialog,) = app.window.findChildren(GuideDialog)
    return dialog


def pictures(dialog: GuideDialog) -> list[int]:
    """Return the width of each picture that the page shows, 0 for one that could not be loaded."""
    document, widths, block = dialog.page.document(), [], dialog.page.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            if form.isImageFormat():
                kind = document.ResourceType.ImageResource.value
                widths.append(document.resource(kind, form.toImageFormat().name()).width())
            pieces += 1
        block = block.next()
    return widths


def test_the_guide_opens_at_the_step_where_one_is(at_work: Callable[..., AtWork]) -> None:
    """Its window begins with the section of the step, and with the list of all of them at the first."""
    app = at_work()
    app.desk.shell.go("aws")
    dialog = guide(app)
    bar = dialog.page.verticalScrollBar()
    assert 0 < bar.value() < bar.maximum()
    app.press(Qt.Key.Key_Home)
    assert bar.value() == 0
    app.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    app.press(Qt.Key.Key_Escape)
    app.settle()
    assert not app.window.findChildren(GuideDialog)


def test_the_pictures_are_those_that_the_tool_takes() -> None:
    """What ``tools/screenshots.py --docs`` writes is what the guide shows."""
    assert sorted(GUIDE) == sorted(section.id for section in guide_sections())
    assert len(set(GUIDE.values())) == len(GUIDE)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_picture_has_a_frame_of_the_theme(at_work: Callable[..., AtWork], theme: Theme) -> None:
    """On a dark page the light picture has an edge that belongs to the page."""
    app = at_work(theme=theme)
    page = guide(app).page
    section = guide_sections()[0]
    kind = page.document().ResourceType.ImageResource.value
    picture = page.loadResource(kind, QUrl.fromLocalFile(section.picture)).toImage()
    wanted = colours(page.palette()).of("edge").name()
    ends = ((0, 0), (picture.width() - 1, 0), (0, picture.height() - 1), (picture.width() - 1, picture.height() - 1))
    assert {picture.pixelColor(*place).name() for place in ends} == {wanted}
    app.press(Qt.Key.Key_Escape)


def test_the_guide_shows_every_picture(at_work: Callable[..., AtWork]) -> None:
    """Each section has its picture, not wider than the page."""
    dialog = guide(at_work())
    found = pictures(dialog)
    assert len(found) == len(guide_sections())
    assert all(0 < width <= dialog.page.viewport().width() for width in found)


def test_a_link_of_the_guide_is_followed_by_keys(at_work: Callable[..., AtWork]) -> None:
    """Tab goes to the first link, Enter follows it."""
    app = at_work()
    dialog = guide(app)
    app.press(Qt.Key.Key_Home)
    app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Tab)
    app.press(Qt.Key.Key_Return)
    app.settle()
    assert dialog.page.verticalScrollBar().value() > 0


def test_a_screen_reader_is_told_the_guide(at_work: Callable[..., AtWork]) -> None:
    """The page has a name, and its words are text."""
    dialog = guide(at_work())
    told = QAccessible.queryAccessibleInterface(dialog.page)
    assert told.text(QAccessible.Text.Name) == "Guide"
    assert guide_sections()[-1].texts[-1] in dialog.page.toPlainText()
