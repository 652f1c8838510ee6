"""Why a finding is one: the measurement, the consequence, and the document that states it."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from wizard.app.explained_rule import ExplainedRule, explained_rule
from wizard.language import _
from wizard.rules.finding import Finding, Severity
from wizard.ui.icon import icon
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.icon_label import IconLabel
from wizard.ui.widgets.severity import severity_word

_WIDTH = 560


class ExplanationDialog(QDialog):
    """Explains one finding; Escape closes it."""

    def __init__(self, explained: ExplainedRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Explanation of {rule}").format(rule=explained.id))
        self._explained = explained
        self.texts = [_text(explained.title, "section"), _text(explained.message), _text(explained.explanation)]
        if not explained.verified:
            self.texts.append(_text(_("No primary source states this."), "quiet"))
        self.source = QLabel(_("Source: {address}").format(address=explained.source))
        self.source.setProperty("kind", "quiet")
        self.source.setToolTip(explained.source)  # an address is one word, and may be wider than the dialog
        self.source.setWordWrap(True)
        self.source.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_source = self.buttons.addButton(_("&Open the source"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_source.setIcon(icon("link"))
        self.copy = self.buttons.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setIcon(icon("copy"))
        self._lay_out(Severity(explained.severity))
        self.buttons.rejected.connect(self.reject)
        self.open_source.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(explained.source)))
        self.copy.clicked.connect(self._copy)
        self.setAccessibleDescription(self.spoken())

    def _lay_out(self, severity: Severity) -> None:
        mark = IconLabel()
        mark.show_icon(severity.value)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(mark)
        head.addWidget(
            _text(_("{severity} {rule}").format(severity=severity_word(severity), rule=self._explained.id), "quiet"), 1
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        for text in (*self.texts, self.source):
            column.addWidget(text)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(_("Close"))
        close.setDefault(True)
        close.setFocus()

    def sizeHint(self) -> QSize:
        """Return a width in which a sentence is easily read."""
        width = max(_WIDTH, self.minimumSizeHint().width())
        return QSize(width, max(super().sizeHint().height(), self.heightForWidth(width)))

    def spoken(self) -> str:
        """Return all of it as text."""
        return "\n".join([*(text.text() for text in self.texts), self.source.text()])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._explained.id}\n{self.spoken()}\n")
        announce(self.copy, _("Copied the explanation"))


def explain(finding: Finding, parent: QWidget) -> ExplanationDialog:
    """Open the explanation of a finding, and return the open dialog."""
    dialog = ExplanationDialog(explained_rule(finding), parent.window())
    dialog.open()
    return dialog


def _text(text: str, kind: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        label.setProperty("kind", kind)
    return label
