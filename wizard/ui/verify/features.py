"""What the evidence tells of the two features, beside what the plan says, with the offer to set it there."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from wizard.access.verification.features import Features
from wizard.language import _
from wizard.okta.feature import FEATURES, state
from wizard.plan.model import FeatureState, Plan
from wizard.ui.widgets.icon_label import IconLabel


class FeatureRows(QWidget):
    """A row for each feature.

    Signals:
        set_asked: put this state of this feature into the plan.
    """

    set_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, FeatureState] = {}
        self._marks = [IconLabel(self) for _feature in FEATURES]
        self.words = [QLabel(self) for _feature in FEATURES]
        self.buttons = [QPushButton(_("Set in the plan"), self) for _feature in FEATURES]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, feature in enumerate(FEATURES):
            self.words[row].setWordWrap(True)
            self.buttons[row].clicked.connect(partial(self._ask, feature.key))
            for column, widget in enumerate((self._marks[row], self.words[row], self.buttons[row])):
                grid.addWidget(widget, row, column)

    def show_states(self, plan: Plan, features: Features) -> None:
        """Show what the evidence tells, none of it for no states at all."""
        self._states = dict(features)
        self.setVisible(bool(features))
        for row, feature in enumerate(FEATURES):
            told = self._states.get(feature.key, FeatureState.UNKNOWN)
            known = state(plan, feature)
            offered = told not in (FeatureState.UNKNOWN, known)
            self._marks[row].show_icon(_mark(told))
            self.words[row].setText(_words(feature.key, told, known))
            self.buttons[row].setVisible(offered)
            self.buttons[row].setAccessibleName(
                _("Set {feature} to {state} in the plan").format(feature=feature.key, state=_state_word(told))
            )

    def _ask(self, key: str) -> None:
        self.set_asked.emit(key, self._states[key])


def _mark(told: FeatureState) -> str:
    marks = {FeatureState.ENABLED: "fine", FeatureState.DISABLED: "error", FeatureState.UNKNOWN: "untouched"}
    return marks[told]


def _state_word(state: FeatureState) -> str:
    words = {
        FeatureState.ENABLED: _("enabled"),
        FeatureState.DISABLED: _("disabled"),
        FeatureState.UNKNOWN: _("not known"),
    }
    return words[state]


def _words(key: str, told: FeatureState, known: FeatureState) -> str:
    if told is FeatureState.UNKNOWN:
        template = _("{feature}: this evidence cannot tell. The plan says: {state}.")
    elif told is known:
        template = _("{feature} is {told}, as the plan says.")
    else:
        template = _("{feature} is {told}. The plan says: {state}.")
    return template.format(feature=key, told=_state_word(told), state=_state_word(known))
