"""The card of an Okta feature: what it is for, what is known of it, what to do, how to see whether it worked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.language import _
from wizard.okta.feature import Feature
from wizard.plan.model import FeatureState
from wizard.ui.icon import icon


class FeatureCard(QFrame):
    """One feature. The field of its state stands in `body`, put there by the page.

    Signals:
        copy_asked: copy the request to Okta's support.
    """

    copy_asked = Signal()

    def __init__(self, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feature = feature
        self.setProperty("kind", "card")
        self.setMaximumWidth(720)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self._add_head()
        self.why = self._text(_(feature.why))

    def _add_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.mark = QLabel(self)
        self.mark.setFixedSize(16, 16)
        self.key = QLabel(self.feature.key, self)
        self.key.setProperty("kind", "section")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.mark)
        row.addWidget(self.key, stretch=1)
        self.body.addLayout(row)
        self.standing = self._text("")

    def add_guide(self) -> None:
        """Add what to do and how to see whether it worked, below the field of the state."""
        self.guide = QWidget(self)
        column = QVBoxLayout(self.guide)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for heading, text in (
            (_("What to do"), _(self.feature.action)),
            (_("How to see whether it is on"), _(self.feature.check)),
            (_("Without it"), _(self.feature.without)),
            (_("What is known"), _(self.feature.known)),
        ):
            column.addWidget(self._label(heading, "section"))
            column.addWidget(self._label(text, "quiet"))
            column.addSpacing(4)
        self.copy = QPushButton(icon("copy"), _("Copy support request"), self.guide)
        self.copy.setAccessibleDescription(self.feature.key)
        self.copy.clicked.connect(self.copy_asked)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addWidget(self.guide)

    def show_state(self, state: FeatureState, *, needed: bool) -> None:
        """Say how the feature stands: the guide is there while something is left to do."""
        self.guide.setVisible(needed and state is not FeatureState.ENABLED)
        self.why.setVisible(needed)
        words = standing_words(state, needed=needed)
        if self.standing.text() != words:
            self.standing.setText(words)
            name = _MARKS[state] if needed else "untouched"
            self.mark.setPixmap(icon(name).pixmap(self.mark.size(), self.devicePixelRatioF()))

    def _text(self, text: str) -> QLabel:
        label = self._label(text, "")
        self.body.addWidget(label)
        return label

    def _label(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        if kind:
            label.setProperty("kind", kind)
        return label


_MARKS = {FeatureState.ENABLED: "fine", FeatureState.DISABLED: "error", FeatureState.UNKNOWN: "warning"}


def standing_words(state: FeatureState, *, needed: bool) -> str:
    """Return how a feature stands, in a sentence."""
    if not needed:
        return _("This plan does not need it.")
    return {
        FeatureState.ENABLED: _("The plan needs it, and it is on."),
        FeatureState.DISABLED: _("The plan needs it, and it is off."),
        FeatureState.UNKNOWN: _("The plan needs it, and it is not known to be on."),
    }[state]
