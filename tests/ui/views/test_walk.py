"""Both views by keys alone, in the app as it is started."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.evidence import okta
from tests.named import PLANS
from tests.ui.at_work import CTRL, NONE, SHIFT, AtWork
from wizard.app.views.registry import all_views
from wizard.plan.model import FeatureState

Open = Callable[..., AtWork]
Key = Qt.Key
FLAT = okta.ada(TransitiveTagKeys=['{"team", "project"}'])


def opened(app: AtWork, view_id: str) -> Any:
    """Open a view by its keys, and return its page."""
    number = [view.id for view in all_views()].index(view_id) + 1
    app.press(Key(Key.Key_0 + number), CTRL | SHIFT)
    return app.desk.shell.views.page(view_id)


def rested(app: AtWork, page: Any) -> None:
    """Wait until nothing is worked at."""
    app.qtbot.waitUntil(lambda: not page.worker.busy, timeout=20_000)
    app.settle()


def test_evidence_is_verified_by_keys_alone(at_work: Open) -> None:
    """Paste, read the rows, set a feature in the plan, undo it, go back, forget."""
    app = at_work(PLANS["team-project"])
    page = opened(app, "verify")
    QGuiApplication.clipboard().setText(okta.response(FLAT).decode())
    assert app.focus is page.asking.box
    app.press(Key.Key_V, CTRL)
    rested(app, page)
    assert app.focus is page.results.table
    assert app.frame.foot.told.text().startswith("It differs")
    first = page.results.details.toPlainText()
    app.press(Key.Key_Down)
    assert page.results.details.toPlainText() not in ("", first)
    app.press(Key.Key_Tab)
    assert app.focus is page.results.details
    app.tab_to("Set SAML_SUPPORT_ARRAY_ATTRIBUTES to disabled in the plan")
    app.press(Key.Key_Space)
    rested(app, page)
    assert app.plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.DISABLED
    assert app.focus is page.results.table
    app.press(Key.Key_Z, CTRL)
    rested(app, page)
    assert app.plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.UNKNOWN
    app.tab_to("Change…")
    app.press(Key.Key_Space)
    assert app.focus is page.asking.box
    app.press(Key.Key_Tab)
    app.press(Key.Key_Space)
    rested(app, page)
    app.tab_to("Forget it")
    app.press(Key.Key_Space)
    assert app.focus is page.asking.box
    assert page.asking.box.document().isEmpty()
    QGuiApplication.clipboard().clear()


def test_options_are_filled_in_by_keys_alone(at_work: Open) -> None:
    """The fold opens by Space, and Tab leads through its fields; Tab leaves the box."""
    app = at_work(PLANS["team-project"])
    page = opened(app, "verify")
    app.type("{")
    app.tab_to("Judge by more: certificate, key, person, time")
    app.press(Key.Key_Space)
    for name in ("Certificate or metadata", "Private key", "Person", "Time"):
        app.tab_to(name, most=4)
    app.type("2026-11-24T10:00:00Z")
    assert page.asking.options.at() is not None


def test_an_error_leads_to_its_field_by_keys_alone(at_work: Open, tmp_path: Path) -> None:
    """Type the error, Enter on the cause that the plan has a case of."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLANS["team-project"].read_text().replace("key: project", "key: proj&ct"))
    app = at_work(plan)
    page = opened(app, "verify")
    app.type("Unable to validate tags")
    app.press(Key.Key_Tab)
    app.press(Key.Key_Space)
    rested(app, page)
    assert app.focus is page.results.table
    app.press(Key.Key_Return)
    assert (app.session.view, app.session.at) == ("", "tags")


def test_a_list_is_judged_by_keys_alone(at_work: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open it, read the people, look at the values, filter, save."""
    file, target = tmp_path / "people.csv", tmp_path / "out.csv"
    file.write_text(
        "login,team,project\nada@example.com,platform,apollo\nbob@example.com,R&D,apollo\ncho@example.com,Platform,\n"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    app = at_work(PLANS["team-project"])
    page = opened(app, "people")
    assert app.focus is page.open
    app.press(Key.Key_Space)
    rested(app, page)
    assert app.focus is page.tables.table
    assert "bob@example.com" in page.tables.details.toPlainText()
    app.press(Key.Key_Down)
    assert "cho@example.com" in page.tables.details.toPlainText()
    app.press(Key.Key_Backtab, SHIFT, times=3)
    assert app.focus is page.tables.kinds
    app.press(Key.Key_Right)
    assert "Value" in page.tables.table.model().headings
    app.press(Key.Key_Left)
    app.press(Key.Key_Tab)
    app.type("bob")
    app.press(Key.Key_Return)
    assert page.tables.table.model().rowCount() == 1
    app.tab_to("Save as CSV…")
    app.press(Key.Key_Space)
    rested(app, page)
    assert target.read_text().count("@example.com") == 2
    assert app.frame.foot.told.text().startswith("Saved 2 people to")
    views = [view.id for view in all_views()]
    count = app.frame.steps.item(app.frame.steps.count() - len(views) + views.index("people"))
    assert "2 people would fail" in count.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("view_id", ["verify", "people"])
def test_tab_leads_round_the_window_and_back(at_work: Open, view_id: str) -> None:
    """No field catches the keyboard."""
    app = at_work(PLANS["team-project"])
    opened(app, view_id)
    start = app.focus
    for key, modifier in ((Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT)):
        for _press in range(40):
            app.press(key, modifier)
            if app.focus is start:
                break
        assert app.focus is start
