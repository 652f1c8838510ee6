"""Shows findings under what they are about: icon, word, message, a button for the cure, one for the explanation."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wizard.language import _
from wizard.quoting.wording import seen
from wizard.rules.finding import Finding
from wizard.ui.tip import tip
from wizard.ui.widgets.icon_label import IconLabel
from wizard.ui.widgets.measure import LINE, in_measure
from wizard.ui.widgets.severity import headline, spoken

_LONGEST_WORD = 40
"""Characters of a word that any width has room for; a command to run holds longer ones, which no line breaks."""
_LONGEST_SPOKEN: Final = 300
"""Characters of a message that a screen reader says as a whole whenever the keyboard comes to the field."""

_LONGEST_LABEL: Final = 200
"""Characters of a button's words that can be read in its tooltip."""

_WIDEST_LABEL: Final = 320
_WIDEST_BESIDE: Final = 140
"""Pixels of the words on a button, and of those that leave the message room beside it; others stand under it."""

_ALONG: Final = QBoxLayout.Direction.LeftToRight
_DOWN: Final = QBoxLayout.Direction.TopToBottom

_LINK_FRAME: Final = 4
"""Pixels by which the words that explain a finding are higher than its message: nothing shall jump when it comes."""

_START: Final = Qt.AlignmentFlag.AlignLeft


class _FixButton(QPushButton):
    """Tells when the person comes to it.

    Signals:
        entered: it has the focus.
    """

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class FindingLine(QWidget):
    """One finding. The line is used again for another; what it says is written only where it differs.

    `brief` leaves the message out, where what stands around it says the same.

    Signals:
        fix_asked: apply the cure of this finding.
    """

    fix_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, brief: bool = False) -> None:
        super().__init__(parent)
        self.finding: Finding | None = None
        self._brief = brief
        self.icon = IconLabel(self)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.text.setMinimumWidth(80)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fix = _FixButton(self)
        self.fix.setProperty("kind", "inline")
        self.fix.clicked.connect(lambda: self.fix_asked.emit(self.finding))
        self.explain = QPushButton(_("Explain"), self)
        self.explain.setProperty("kind", "link")
        self.explain.setMaximumHeight(self.fontMetrics().height() + _LINK_FRAME)
        self.explain.clicked.connect(self._explain)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.text, 0, 1)
        self._deeds = QBoxLayout(_ALONG)
        self._deeds.setSpacing(0)
        self._deeds.addWidget(self.fix)
        self._deeds.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(self._deeds, 0, 2, Qt.AlignmentFlag.AlignTop)

    def show_finding(self, finding: Finding) -> None:
        """Say the finding."""
        if self.finding is not None and finding.says_what(self.finding):
            self.finding = finding
            return
        self.finding = finding
        self.icon.show_icon(finding.severity.value)
        words = headline(finding) if self._brief else spoken(finding)
        self.text.setText(words)
        commanding = max(map(len, words.split())) > _LONGEST_WORD
        self.text.setToolTip(tip(words) if commanding else "")
        self.setAccessibleName(spoken(finding))
        self.explain.setAccessibleName(_("Explain: {title}").format(title=_(finding.title)))
        self.fix.setVisible(finding.fix is not None)
        width = self._word_fix(finding.fix.text(_)) if finding.fix else 0
        beside = width <= _WIDEST_BESIDE and not commanding  # a command takes all the width there is
        under_each_other = not beside and width + self.explain.sizeHint().width() > _WIDEST_LABEL
        self._deeds.setDirection(_DOWN if under_each_other else _ALONG)
        self._grid.removeItem(self._deeds)
        self._grid.addLayout(self._deeds, *((0, 2) if beside else (1, 1)), Qt.AlignmentFlag.AlignTop | _START)

    def _explain(self) -> None:
        from wizard.ui.explanation_dialog import explain  # noqa: PLC0415 - not before it is asked for

        if self.finding is not None:
            explain(self.finding, self)

    def _word_fix(self, label: str) -> int:
        """Write the words of the cure; return their width."""
        label = seen(label, _LONGEST_LABEL)
        metrics = self.fix.fontMetrics()
        elided = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, _WIDEST_LABEL)
        self.fix.setText(elided.replace("&", "&&"))
        self.fix.setToolTip(tip(label))
        self.fix.setAccessibleName(label)
        return metrics.horizontalAdvance(elided)


class FindingLines(QWidget):
    """The findings of one place. Lines are kept and used again, since this is written at every key press.

    Signals:
        fix_asked: apply the cure of this finding.
        entered: one of the buttons has the focus.
    """

    fix_asked = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, brief: bool = False) -> None:
        super().__init__(parent)
        self._after: Callable[[], QWidget] | None = None
        self._home: Callable[[], QWidget] | None = None
        self._brief = brief
        self._lines: list[FindingLine] = []
        self.findings: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say these findings and no others; nothing is written where they are the same."""
        if findings == self.findings:
            return
        self.findings = findings
        while len(self._lines) < len(findings):
            self._add_line()
        for index, line in enumerate(self._lines):
            if index < len(findings):
                line.show_finding(findings[index])
            line.setVisible(index < len(findings))
        self.setVisible(bool(findings))

    def lines(self) -> tuple[FindingLine, ...]:
        """Return the lines that are shown."""
        return tuple(self._lines[: len(self.findings)])

    def spoken(self) -> str:
        """Return all of them as sentences; of a long one, which may hold a command, the explanation tells the rest."""
        return " ".join(
            spoken(finding) if len(finding.text(_)) <= _LONGEST_SPOKEN else f"{headline(finding)}."
            for finding in self.findings
        )

    def follow(self, after: Callable[[], QWidget], home: Callable[[], QWidget] | None = None) -> None:
        """Put the buttons that will be made after the widget of that moment in the order of Tab.

        A cure gives the focus back to `home`, to the same widget without one.
        """
        self._after = after
        self._home = home or after

    @property
    def has_inputs(self) -> bool:
        """Whether there are buttons already."""
        return bool(self._lines)

    def last_input(self) -> QWidget:
        """Return what is last in the order of Tab."""
        return self._lines[-1].explain if self._lines else self

    def _ask(self, line: FindingLine, finding: Finding) -> None:
        """Ask for the cure, and give the focus back to what was cured.

        The button may be gone, or be that of another cure, which the next key press must not apply.
        """
        focused = line.fix.hasFocus()
        self.fix_asked.emit(finding)
        same = line.isVisible() and line.finding is not None and finding.says_what(line.finding)
        if focused and not same and self._home is not None:
            self._home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        line = FindingLine(self, brief=self._brief)
        before = self._lines[-1].explain if self._lines else self._after() if self._after else None
        line.fix_asked.connect(partial(self._ask, line))
        line.fix.entered.connect(self.entered)
        self._lines.append(line)
        self._column.addLayout(in_measure(line, LINE))
        if before is not None:
            QWidget.setTabOrder(before, line.fix)
            QWidget.setTabOrder(line.fix, line.explain)


def findings_at(widget: QWidget) -> tuple[Finding, ...]:
    """Return the findings that a widget shows: a line's, a list's, those under a field; none for any other."""
    if isinstance(widget, FindingLine):
        return () if widget.finding is None else (widget.finding,)
    lines = widget if isinstance(widget, FindingLines) else getattr(widget, "lines", None)
    return lines.findings if isinstance(lines, FindingLines) else ()
