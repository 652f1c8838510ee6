"""What holds of every page of a step."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests import named
from tests.ui.steps.stage import VIEWS, Show
from wizard.app.flow import step_for
from wizard.app.steps.registry import all_steps
from wizard.plan.error import PlanError
from wizard.plan.reader import plan_from_text
from wizard.rules.registry import findings, rules
from wizard.ui.widgets.finding_lines import FindingLine

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton, QAbstractItemView)
PLANS = ("empty", "team-project", "full", "hostile", "fifty-tags")


def inputs(page: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keys and can be seen."""
    for widget in page.findChildren(QWidget):
        inner = isinstance(widget, QHeaderView) or isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        if isinstance(widget, INPUTS) and widget.isVisibleTo(page) and not inner:
            yield widget


def described(widget: QWidget) -> str:
    """Return what the widget is called."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else repr(widget))


def scrolls(widget: QWidget) -> bool:
    """Tell whether the widget scrolls, or lies in another on the page that does."""
    above = widget.parentWidget()
    return isinstance(widget, QAbstractItemView | QPlainTextEdit) or (
        isinstance(above, FindingLine) and scrolled(above)
    )


def scrolled(line: QWidget) -> bool:
    """Tell whether the line lies in a table."""
    return isinstance(line.parentWidget().parentWidget().parentWidget(), QAbstractItemView)


def test_every_step_has_a_page() -> None:
    """Each step has exactly one page, and no page is without a step."""
    assert set(VIEWS) == {step.id for step in all_steps()}


@pytest.mark.parametrize("step_id", sorted(VIEWS))
@pytest.mark.parametrize("name", PLANS)
def test_showing_edits_nothing(show: Show, step_id: str, name: str) -> None:
    """To show a plan, twice, leaves it as it was and nothing to undo."""
    plan = named.plan(name)
    stage = show(step_id, plan)
    stage.page.refresh()
    assert stage.plan is plan
    assert stage.session.undo_words is None


@pytest.mark.parametrize("step_id", sorted(VIEWS))
@pytest.mark.parametrize("name", ["full", "hostile"])
def test_every_input_has_a_name(show: Show, step_id: str, name: str) -> None:
    """Whatever takes the keys has a name or a text for assistive technology."""
    stage = show(step_id, named.plan(name))
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in inputs(stage.page)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("step_id", sorted(VIEWS))
def test_every_finding_has_a_place(show: Show, step_id: str) -> None:
    """The path of each finding of the rules' bad examples leads to a widget of its step's page that has the focus."""
    stage = show(step_id, named.plan("empty"))
    lost = []
    for rule in rules():
        for example in rule.examples:
            try:
                plan = plan_from_text(example.plan)
            except PlanError:
                continue
            paths = {finding.path for finding in findings(plan) if step_for(finding.path).id == step_id}
            if not paths:
                continue
            stage.session.begin(plan, None)
            for path in sorted(paths):
                stage.page.setFocus()
                found = stage.page.show_path(path)
                if not found or not stage.page.isAncestorOf(stage.focus) or stage.focus is stage.page:
                    lost.append((rule.id, path))
    assert lost == []


@pytest.mark.parametrize("step_id", sorted(VIEWS))
def test_every_finding_is_shown(show: Show, step_id: str) -> None:
    """When its entry is chosen, each finding of the hostile plan stands on its step's page in words."""
    stage = show(step_id, named.plan("hostile"))
    if step_id == "review":
        assert stage.page.findings.count() == len(stage.session.findings)  # type: ignore[attr-defined]
        return
    missing = []
    for finding in stage.session.findings:
        if step_for(finding.path).id != step_id:
            continue
        stage.page.show_path(finding.path)
        stage.area.setFocus()
        stage.page.setFocus()
        if not any(finding.title in message for message in stage.messages()):
            missing.append((finding.rule, finding.path))
    assert missing == []


@pytest.mark.parametrize("step_id", sorted(VIEWS))
@pytest.mark.parametrize("name", ["team-project", "full", "hostile"])
def test_tab_follows_the_eye(show: Show, step_id: str, name: str) -> None:
    """Tab goes from the top of the page to its end, along each line, through everything that takes the keys."""
    stage = show(step_id, named.plan(name), size=(620, 900))
    tab = Qt.FocusPolicy.TabFocus
    wanted = {widget for widget in inputs(stage.page) if widget.focusPolicy() & tab and widget.isEnabled()}
    walked: list[QWidget] = []
    widget = stage.page.nextInFocusChain()
    while widget is not stage.page:
        if widget in wanted:
            walked.append(widget)
        widget = widget.nextInFocusChain()
    places = [widget.mapTo(stage.page, widget.rect().center()) for widget in walked]
    jumps = [
        (described(walked[at]), described(walked[at + 1]))
        for at, (one, other) in enumerate(pairwise(places))
        if other.y() < one.y() - 12 and not scrolls(walked[at])
    ]
    assert set(walked) == wanted
    assert jumps == []


@pytest.mark.parametrize("step_id", sorted(VIEWS))
def test_follows_any_plan(show: Show, step_id: str) -> None:
    """A page goes from any plan to any other without an edit."""
    stage = show(step_id, named.plan("full"))
    for plan in named.plans().values():
        stage.session.begin(plan, None)
        assert stage.plan is plan
        assert stage.session.undo_words is None
