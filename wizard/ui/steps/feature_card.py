"""The card of an Okta feature: what it is for, what is known of it, what to do, how to see whether it worked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wizard.language import _
from wizard.okta.feature import Feature
from wizard.plan.model import FeatureState
from wizard.ui.icon import icon
from wizard.ui.steps.places import Remarks
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.icon_label import IconLabel


class FeatureCard(QFrame):
    """One feature, around the field of its state. What the rules say of it stands under its name, in brief.

    Signals:
        copy_asked: copy the request to Okta's support.
    """

    copy_asked = Signal()

    def __init__(self, feature: Feature, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feature = feature
        self.field = field
        self.setProperty("kind", "card")
        self.setAccessibleName(feature.key)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._add_head()
        self.why = self._label(_("{why} Without it: {without}").format(why=_(feature.why), without=_(feature.without)))
        self._column.addWidget(self.why)
        self._column.addWidget(field)
        self.setTabOrder(self._settled, field.editor.last_input())
        self._add_guide()

    def _add_head(self) -> None:
        key = self._label(self.feature.key, "section")
        key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mark = IconLabel(self)
        self._standing = self._label("")
        self._settled = QWidget(self)
        row = QHBoxLayout(self._settled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._standing, stretch=1)
        self.remarks = Remarks(self.field.path, self, brief=True, leads_to=self.field.editor)
        self.remarks.follow(lambda: self._settled, home=lambda: self.field.editor)
        for widget in (key, self._settled, self.remarks):
            self._column.addWidget(widget)

    def _add_guide(self) -> None:
        self.guide = QWidget(self)
        column = QVBoxLayout(self.guide)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self.copy = QPushButton(icon("copy"), _("Copy support request"), self.guide)
        self.copy.setAccessibleDescription(self.feature.key)
        self.copy.clicked.connect(self.copy_asked)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addWidget(self._label(_("What to do"), "section"))
        column.addWidget(self._label(_(self.feature.action), "quiet"))
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._label(_("How to see whether it is on"), "section"))
        column.addWidget(self._label(_(self.feature.check), "quiet"))
        column.addWidget(self._label(_(self.feature.known), "quiet"))
        self._column.addWidget(self.guide)

    def show_state(self, state: FeatureState, *, needed: bool) -> None:
        """Say how the feature stands: the guide is there while something is left to do."""
        settled = not needed or state is FeatureState.ENABLED
        self._settled.setVisible(settled)
        self.guide.setVisible(not settled)
        self.why.setVisible(needed)
        words = _("The plan needs it, and it is on.") if needed else _("This plan does not need it.")
        if settled and self._standing.text() != words:
            self._standing.setText(words)
        self._mark.show_icon("fine" if needed else "untouched")

    def _label(self, text: str, kind: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        if kind:
            label.setProperty("kind", kind)
        return label
