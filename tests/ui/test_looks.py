"""The looks: icons, colours, themes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.contrast import contrast
from wizard.resource import resource, resource_text
from wizard.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, colours
from wizard.ui.drawing import INK
from wizard.ui.icon import icon
from wizard.ui.message import show_error
from wizard.ui.theme import Theme, apply_theme
from wizard.ui.widgets.duration_edit import DurationEdit
from wizard.ui.widgets.split import with_details
from wizard.ui.widgets.tab_bar import QuietTabBar

ICONS = sorted(path.stem for path in Path(resource("icons")).glob("*.svg") if path.stem != "session-tag-wizard")
SHEETS = sorted(path.name for path in Path(resource("styles")).glob("*.qss"))


def ink(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours of an icon's opaque pixels."""
    image = shown.pixmap(QSize(64, 64), mode).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for x, y in points if (pixel := image.pixelColor(x, y)).alpha() == 255}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_one_stroke_width_and_one_colour(name: str) -> None:
    """All icons share the grid of 16, the stroke of 1.5 and the palette's colour."""
    text = resource_text("icons", f"{name}.svg")
    assert 'viewBox="0 0 16 16"' in text
    assert 'stroke-width="1.5"' in text
    assert INK in text
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {INK, "none"}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_follows_the_palette(qapp: QApplication, name: str) -> None:
    """The same icon is drawn in the colour of the theme that holds when it is drawn."""
    shown = icon(name)
    apply_theme(qapp, Theme.LIGHT)
    light = ink(shown)
    apply_theme(qapp, Theme.DARK)
    dark = ink(shown)
    assert light
    assert dark
    assert light.isdisjoint(dark)


def test_a_selected_icon_has_the_selections_colour_unless_it_is_steady(qapp: QApplication) -> None:
    """An icon stays visible where its row is selected."""
    apply_theme(qapp, Theme.HIGH_CONTRAST)
    chosen = qapp.palette().color(QPalette.ColorRole.HighlightedText).name()
    assert ink(icon("error"), QIcon.Mode.Selected) == {chosen}
    assert ink(icon("error", steady=True), QIcon.Mode.Selected) == {QColor(HIGH_CONTRAST.error).name()}


@pytest.mark.parametrize("known", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high-contrast"])
def test_what_is_read_stands_out(known: Colours) -> None:
    """Text has a contrast of 4.5 or more on its ground, on a changed line and on what is selected."""
    least = 7 if known is HIGH_CONTRAST else 4.5
    for name in ("ink", "accent", "quiet", "error", "warning", "info", "fine"):
        assert contrast(getattr(known, name), known.ground) >= least, name
    for name in ("ink", "name", "text", "number", "punctuation", "comment"):
        assert contrast(getattr(known, name), known.ground) >= 4.5, name
        assert contrast(getattr(known, name), known.mark) >= 4.5, name
    assert contrast(known.on_selection, known.selection) >= 4.5
    assert contrast(known.on_accent, known.accent) >= 4.5
    assert contrast(known.focus, known.ground) >= 3
    assert contrast(known.edge, known.ground) >= 3
    assert contrast(known.handle, known.ground) >= 3


def test_quiet_text_stands_out_beside_the_page_too() -> None:
    """The light theme's side panes are a little darker than its page."""
    for name in ("quiet", "error", "warning", "fine", "accent"):
        assert contrast(getattr(LIGHT, name), "#efefef") >= 4.5, name
    assert contrast(LIGHT.edge, "#efefef") >= 3
    assert contrast(LIGHT.handle, "#efefef") >= 3


@pytest.mark.parametrize(
    ("theme", "known"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.HIGH_CONTRAST, HIGH_CONTRAST)]
)
def test_a_theme_has_its_colours(qapp: QApplication, theme: Theme, known: Colours) -> None:
    """The colours are found by the palette, so that nobody has to be told the theme."""
    apply_theme(qapp, theme)
    assert colours(qapp.palette()) is known


def test_the_light_theme_comes_back_whole(qapp: QApplication) -> None:
    """Going through the other themes leaves nothing of them behind."""
    apply_theme(qapp, Theme.LIGHT)
    palette, sheet = qapp.palette(), qapp.styleSheet()
    for theme in (Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT):
        apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Window) == palette.color(QPalette.ColorRole.Window)
    assert qapp.styleSheet() == sheet


@pytest.mark.parametrize("theme", list(Theme))
def test_every_place_in_a_style_sheet_is_filled(qapp: QApplication, theme: Theme) -> None:
    """No style sheet reaches Qt with a gap in it, and every picture that it names is there."""
    apply_theme(qapp, theme)
    sheet = qapp.styleSheet()
    assert not re.findall(r"@\w+@", sheet)
    for path in re.findall(r'url\("?([^")]+)"?\)', sheet):
        assert Path(path).is_file(), path


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_tabs_have_room_for_their_words(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """Words that came before the tabs were first shown are not cut either."""
    apply_theme(qapp, theme)
    window = QWidget()
    qtbot.addWidget(window)
    tabs = QuietTabBar(window)
    tabs.setExpanding(False)
    QVBoxLayout(window).addWidget(tabs)
    window.resize(500, 60)
    for words in ("People (2)", "Values (7)", "Lines not read (1)"):
        tabs.addTab("")
        tabs.setTabText(tabs.count() - 1, words)
    tabs.setTabVisible(2, True)
    with qtbot.waitExposed(window):
        window.show()
    for place in range(tabs.count()):
        assert tabs.tabRect(place).width() >= tabs.tabSizeHint(place).width()


def test_a_tab_has_room_for_the_dots_of_a_capital(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt's own height cuts the dots off the Ä of a tab that is not chosen."""
    apply_theme(qapp, Theme.LIGHT)
    tabs = QuietTabBar()
    qtbot.addWidget(tabs)
    tabs.addTab("Änderungen")
    assert tabs.tabSizeHint(0).height() == QTabBar.tabSizeHint(tabs, 0).height() + 4


def test_what_points_onwards_points_where_reading_goes(qapp: QApplication) -> None:
    """From right to left, the arrow to the right is the one to the left, and the other way round."""
    size = QSize(32, 32)
    left, right = (icon(name).pixmap(size).toImage() for name in ("left", "right"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert (icon("left").pixmap(size).toImage(), icon("right").pixmap(size).toImage()) == (right, left)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert left != right


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_both_parts_of_a_view_lie_within_it(qapp: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    """The frame of the part on the right is not cut off, whichever way is read."""
    qapp.setLayoutDirection(direction)
    try:
        split = with_details(QWidget(), QWidget())
        qtbot.addWidget(split)
        split.resize(900, 300)
        with qtbot.waitExposed(split):
            split.show()
        assert all(split.rect().contains(split.widget(place).geometry()) for place in (0, 1))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_has_as_many_openings_as_ends(name: str) -> None:
    """Qt skips a broken style sheet silently, so its braces are counted here."""
    text = resource_text("styles", name)
    assert text.count("{") == text.count("}") > 0


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_kinds_have_their_look(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """A heading is larger, a section is bold and a primary button has the accent, in every theme."""
    apply_theme(qapp, theme)
    plain, heading, section, primary = QLabel("Tags"), QLabel("Tags"), QLabel("Tags"), QPushButton("Next")
    for widget, kind in ((heading, "heading"), (section, "section"), (primary, "primary")):
        widget.setProperty("kind", kind)
    for widget in (plain, heading, section, primary):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert heading.fontInfo().pixelSize() > plain.fontInfo().pixelSize()
    assert section.font().weight() > plain.font().weight()
    primary.resize(120, 40)
    accent = QColor(colours(qapp.palette()).accent).name()
    assert primary.grab().toImage().pixelColor(20, 8).name() == accent


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_words_of_a_button_that_waits_can_be_read(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """A primary button that cannot be pressed yet still says in ink on ground what it would do."""
    apply_theme(qapp, theme)
    button = QPushButton("IIIIIIIIII")
    button.setProperty("kind", "primary")
    button.setEnabled(False)
    qtbot.addWidget(button)
    button.ensurePolished()
    button.resize(120, 40)
    image = button.grab().toImage()
    ground = image.pixelColor(8, 20).lightness()
    inked = [image.pixelColor(x, 20).lightness() for x in range(24, 96)]
    assert max(abs(each - ground) for each in inked) > 80


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_a_number_has_arrows_to_press(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """The length of a session has its two arrows drawn in every theme."""
    apply_theme(qapp, theme)
    edit = DurationEdit()
    qtbot.addWidget(edit)
    edit.resize(400, 40)
    image = edit.box.grab().toImage()
    right, middle = image.width(), image.height() // 2
    for rows in (range(4, middle - 2), range(middle + 2, image.height() - 4)):
        drawn = [image.pixelColor(x, y).lightness() for x in range(right - 12, right - 4) for y in rows]
        assert max(drawn) - min(drawn) > 80


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_what_a_field_gives_as_an_example_can_be_read(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """QDarkStyle's own colour of it has a contrast of 4.1 with the ground, and text wants 4.5."""
    apply_theme(qapp, theme)
    field = QLineEdit(placeholderText="IIIIllllHHHH||||")
    qtbot.addWidget(field)
    field.resize(300, 40)
    image = field.grab().toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(8, 100) for y in range(8, 32)}
    assert max(contrast(each, image.pixelColor(280, 20).name()) for each in drawn) > 4.5


@pytest.mark.parametrize("made", [QPushButton, QLineEdit, QListWidget])
@pytest.mark.parametrize("kind", ["", "primary"])
def test_what_waits_has_a_broken_line_around_it(
    qapp: QApplication, qtbot: QtBot, made: type[QWidget], kind: str
) -> None:
    """High contrast has no paler ground for what cannot be used yet; its line has gaps instead."""
    apply_theme(qapp, Theme.HIGH_CONTRAST)
    widget = made()
    widget.setProperty("kind", kind)
    widget.setEnabled(False)
    qtbot.addWidget(widget)
    widget.ensurePolished()
    widget.resize(120, 40)
    image = widget.grab().toImage()
    line = [image.pixelColor(x, 0).lightness() for x in range(8, 112)]
    assert min(line) < 40
    assert max(line) > 80


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_words_of_a_messages_buttons_are_whole(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """However short the message, each of its buttons is as wide as its words want it."""
    apply_theme(qapp, theme)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    box = show_error(parent, "No", "no", "details", "report")
    with qtbot.waitExposed(box):
        pass
    assert [button.text() for button in box.buttons() if button.width() < button.sizeHint().width()] == []
    box.close()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_words_of_the_chosen_entry_of_a_menu_can_be_read(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """QDarkStyle's own colours of it have a contrast of 3.9, and text wants 4.5."""
    apply_theme(qapp, theme)
    menu = QMenu()
    qtbot.addWidget(menu)
    chosen = menu.addAction("IIIIllllHHHH||||")
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(chosen)
    place = menu.actionGeometry(chosen)
    image = menu.grab(place).toImage()
    menu.close()
    drawn = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(4, image.height() - 4)}
    assert max(contrast(each, image.pixelColor(image.width() - 4, 6).name()) for each in drawn) > 4.5


def test_what_waits_in_a_menu_is_told_from_the_rest(qapp: QApplication, qtbot: QtBot) -> None:
    """In high contrast what cannot be chosen yet was as bright as what can; it is darker by half, and can be read."""
    apply_theme(qapp, Theme.HIGH_CONTRAST)
    menu = QMenu()
    qtbot.addWidget(menu)
    for enabled in (True, False):
        menu.addAction("IIIIllllHHHH||||").setEnabled(enabled)
    menu.popup(QPoint(0, 0))
    lightest = []
    for action in menu.actions():
        image = menu.grab(menu.actionGeometry(action)).toImage()
        drawn = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(4, image.height() - 4)}
        lightest.append(max(contrast(each, "#000000") for each in drawn))
    menu.close()
    assert lightest[0] / 2 > lightest[1] > 7
