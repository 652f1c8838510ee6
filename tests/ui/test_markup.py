"""What a plan holds is shown as it stands: Qt would draw markup in it, and load the pictures that it names."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from tests.ui.at_work import AtWork
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.ui.tip import tip

IMAGE = "<img src='//elsewhere/share/x.png'>"
PLAN = f"""
version: 1
name: "{IMAGE}"
notes: "{IMAGE}"
okta: {{org: "{IMAGE}", app_label: "{IMAGE}"}}
tags:
  - {{key: "{IMAGE}", value: "{IMAGE}", allowed: ["{IMAGE}"], notes: "{IMAGE}"}}
  - {{key: "<b>team</b>", value: user.team}}
aws:
  saml_provider: "{IMAGE}"
  sign_in_regions: ["{IMAGE}"]
  accounts: ["{IMAGE}"]
  roles:
    - {{name: "{IMAGE}", access: ["{IMAGE}", "<i>none</i>"], trusted_roles: ["{IMAGE}"]}}
access:
  - name: "{IMAGE}"
    services: ["{IMAGE}", ec2]
    levels: [read]
    actions: ["{IMAGE}"]
    match: ["{IMAGE}", "<b>team</b>"]
people:
  - {{login: "{IMAGE}", profile: {{"{IMAGE}": "{IMAGE}", team: "<b>x</b>"}}}}
"""


def places(app: AtWork) -> Iterator[str]:
    """Go to every step and view, one after the other."""
    for step in all_steps():
        app.desk.shell.go(step.id)
        app.settle()
        yield step.id
    for view in all_views():
        app.desk.shell.look(view.id)
        app.qtbot.wait(50)
        app.settle()
        yield view.id


def drawn(window: QWidget) -> Iterator[str]:
    """Yield what would be drawn as markup: the texts of labels that guess, and of tooltips."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from _markup(type(widget).__name__, widget.toolTip())
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield from _markup(f"label in {_home(widget)}", widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _tips(_home(widget), widget.model(), QModelIndex())


def _home(widget: QWidget) -> str:
    return widget.objectName() or type(widget.parentWidget()).__name__


def _tips(name: str, model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    flat = isinstance(model, QAbstractListModel)
    for row in range(min(model.rowCount(parent), 50)):
        for column in range(1 if flat else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from _markup(f"item of {name}", str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        if not flat:
            yield from _tips(name, model, model.index(row, 0, parent))


def _markup(where: str, text: str) -> Iterator[str]:
    if "<" in text and not (text.startswith("<qt>") and "<img" not in text and "<b>" not in text):
        yield f"{where}: {text[:120]}"


def test_no_label_and_no_tooltip_draws_the_markup_of_a_plan(at_work: Callable[..., AtWork], tmp_path: Path) -> None:
    """On no step and in no view: a picture named by a plan of somebody else would be fetched from where it says."""
    path = tmp_path / "plan.session-tags.yaml"
    path.write_text(PLAN)
    app = at_work(path)
    found = {f"{place}: {text}" for place in places(app) for text in drawn(app.window)}
    assert found == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain & simple", "plain & simple"), ("a < b\n<b>c</b>", "<qt>a &lt; b<br>&lt;b&gt;c&lt;/b&gt;</qt>")],
)
def test_a_tooltip_shows_markup_as_it_stands(text: str, shown: str) -> None:
    """Only what Qt could take for markup is told to it as such."""
    assert tip(text) == shown
