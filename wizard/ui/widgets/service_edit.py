"""Edits a list of AWS services: a search by prefix or name, and the chosen ones, each with a button that removes it."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QPushButton, QWidget

from wizard.app.services import KnownService, matching, service_title
from wizard.language import _
from wizard.quoting.wording import seen
from wizard.ui.icon import icon
from wizard.ui.tip import tip
from wizard.ui.widgets.announcement import announce
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.flow_layout import FlowLayout
from wizard.ui.widgets.lines import column_in
from wizard.ui.widgets.text_input import Line

_PREFIX: Final = Qt.ItemDataRole.UserRole
_MOST_SHOWN: Final = 10
_LONGEST: Final = 60


class ServiceLine(Line):
    """The search: a list opens while somebody types; Enter takes the chosen service, or the first."""

    def __init__(self, chosen: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = chosen
        self._offered: tuple[KnownService, ...] = ()
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.activated.connect(self._choose)
        self.textEdited.connect(lambda _text: self.offer())
        self.setPlaceholderText(_("Search by name or prefix: ec2, Secrets Manager"))

    def offers(self) -> tuple[str, ...]:
        """Return the prefixes that the list shows; nothing while it is closed."""
        popup = self._completer.popup()
        shown = popup is not None and popup.isVisible()
        return tuple(service.prefix for service in self._offered) if shown else ()

    def offer(self) -> None:
        """Open the list of what the text may mean."""
        self._offered = matching(self.text()) if self.text().strip() or not self.text() else ()
        self._model.clear()
        for service in self._offered:
            item = QStandardItem(_("{prefix} — {name}").format(prefix=service.prefix, name=service.title))
            item.setData(service.prefix, _PREFIX)
            self._model.appendRow(item)
        if self._offered:
            self._completer.complete()
        else:
            self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a service on Enter, open the list on the arrow down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self.offer()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the field."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def _enter(self) -> None:
        """Take what the text most likely means, or the text itself where it means nothing that is known."""
        found = matching(self.text(), 1)
        self._done(found[0].prefix if found else self.text().strip())

    def _choose(self, text: str) -> None:
        prefix = next((each.prefix for each in self._offered if text.startswith(f"{each.prefix} ")), text)
        self._done(prefix)

    def _done(self, prefix: str) -> None:
        self._close()
        self.clear()
        self._take(prefix)

    def _close(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()


class ServiceEdit(Editor):
    """The prefixes of services, in the order in which they were chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: tuple[str, ...] = ()
        self._chips: list[QPushButton] = []
        self._name = ""
        self.line = ServiceLine(self._add, self)
        self._flow = FlowLayout(across=8)
        column = column_in(self)
        column.addWidget(self.line)
        column.addLayout(self._flow)
        self.take(self.line)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show a button for each service."""
        if value == self._value and len(self._chips) >= len(value):
            return
        self._value = value
        while len(self._chips) < len(value):
            self._add_chip()
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(value))
            if at < len(value):
                self._word(chip, value[at])
        self._flow.invalidate()
        self.updateGeometry()

    def chips(self) -> list[QPushButton]:
        """Return the buttons of the services, in order."""
        return self._chips[: len(self._value)]

    def last_input(self) -> QWidget:
        """Return the last service's button, the search where there is none."""
        return self.chips()[-1] if self._value else self.line

    def name_inputs(self, name: str, description: str) -> None:
        """Name the search by the question; each button says what it removes."""
        self._name = name
        self.line.setAccessibleName(name)
        self.describe_inputs(description)

    def describe_inputs(self, description: str) -> None:
        """Describe the search."""
        if self.line.accessibleDescription() != description:
            self.line.setAccessibleDescription(description)

    def mark(self, rests: Iterable[str]) -> None:
        """Mark the services about which something is said."""
        marked = set(rests)
        for at, chip in enumerate(self.chips()):
            found = f"[{at}]" in marked
            chip.setIcon(icon("warning" if found else "close"))

    def show_place(self, rest: str) -> None:
        """Put the focus on the button of the service `rest` (``[1]``), on the search otherwise."""
        index = rest.strip("[]")
        there = index.isdecimal() and int(index) < len(self._value)
        (self._chips[int(index)] if there else self.line).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_chip(self) -> None:
        at = len(self._chips)
        before = self._chips[-1] if self._chips else self.line
        chip = QPushButton(icon("close"), "", self)
        QWidget.setTabOrder(before, chip)
        chip.clicked.connect(lambda: self._remove(at))
        self._chips.append(chip)
        self._flow.addWidget(chip)
        self.take(chip)

    def _word(self, chip: QPushButton, prefix: str) -> None:
        title = service_title(prefix)
        words = _("{prefix} — {name}").format(prefix=seen(prefix), name=title) if title else seen(prefix)
        text = chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST * 6).replace("&", "&&")
        if chip.text() != text:
            chip.setText(text)
            chip.setToolTip(tip(_("Remove {service}").format(service=words)))
            chip.setAccessibleName(_("{question}: remove {service}").format(question=self._name, service=words))

    def _add(self, prefix: str) -> None:
        known = {service.lower() for service in self._value}
        words = _("{service} is chosen already") if prefix.lower() in known else _("Added {service}")
        announce(self.line, words.format(service=prefix))
        if prefix.lower() not in known:
            self.edited.emit((*self._value, prefix))

    def _remove(self, at: int) -> None:
        """Remove a service; the focus goes to the one that takes its place."""
        announce(self.line, _("Removed {service}").format(service=self._value[at]))
        left = (*self._value[:at], *self._value[at + 1 :])
        target = min(at, len(left) - 1)
        self.edited.emit(left)
        (self._chips[target] if left else self.line).setFocus(Qt.FocusReason.OtherFocusReason)
