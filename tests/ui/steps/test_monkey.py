"""A monkey at each page: whatever keys are pressed in whatever order, nothing breaks."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests import named
from tests.ui.steps.stage import VIEWS, Show, Stage
from wizard.bundle.registry import bundle_files
from wizard.plan.reader import plan_from_text
from wizard.plan.writer import plan_text
from wizard.ui.steps.export_panel import ExportPanel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEYS = (
    *(Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Escape, Key.Key_F2, Key.Key_Space),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End),
    *(Key.Key_Insert, Key.Key_Delete, Key.Key_Backspace, Key.Key_A, Key.Key_Period, Key.Key_Ampersand, Key.Key_1),
)
MODIFIERS = (*[Modifier.NoModifier] * 8, Modifier.AltModifier, Modifier.ShiftModifier, Modifier.ControlModifier)
ACTIONS = 250


def act(stage: Stage, chance: Random) -> None:
    """Press a key, undo, redo, resize, go to a finding, or open another plan."""
    widget = QApplication.activePopupWidget() or stage.area.focusWidget() or stage.page
    deed = chance.random()
    if deed < 0.85:
        target = widget if widget.isVisible() else stage.page
        stage.qtbot.keyClick(target, chance.choice(KEYS), chance.choice(MODIFIERS))
    elif deed < 0.91:
        stage.session.undo()
    elif deed < 0.93:
        stage.session.redo()
    elif deed < 0.95:
        stage.area.resize(chance.randrange(300, 1300), chance.randrange(300, 900))
    elif deed < 0.985:
        stage.page.show_path(chance.choice([finding.path for finding in stage.session.findings] or [""]))
    else:
        stage.session.begin(named.plan(chance.choice(["full", "hostile", "empty", "list-tag"])), None)
    QApplication.processEvents()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("step_id", sorted(VIEWS))
def test_any_keys(show: Show, monkeypatch: pytest.MonkeyPatch, step_id: str, seed: int) -> None:
    """After any keys the plan can still be written, read back and exported, and undone to the last."""
    monkeypatch.setattr(ExportPanel, "start", lambda _panel: None)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_arguments: "")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_arguments: ("", ""))
    stage = show(step_id, named.plan("full"))
    chance = Random(f"{step_id} {seed}")
    for _action in range(ACTIONS):
        act(stage, chance)
    assert plan_from_text(plan_text(stage.plan), name=stage.plan.name) == stage.plan
    assert bundle_files(stage.plan)
    QApplication.processEvents()  # what the last key has put off: Tab at the end of the table adds a tag
    while stage.session.undo_words is not None:
        stage.session.undo()
        QApplication.processEvents()
    assert stage.plan in (named.plan(name) for name in ("full", "hostile", "empty", "list-tag"))
