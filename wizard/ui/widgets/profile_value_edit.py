"""Edits the value of a profile attribute: of which kind it is, and what it is."""

import re
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QWidget

from wizard.language import N_, _
from wizard.plan.model import ProfileValue, Scalar
from wizard.ui.widgets.choice import QuietComboBox
from wizard.ui.widgets.editor import Editor
from wizard.ui.widgets.list_text import listed, unlisted
from wizard.ui.widgets.text_input import Line


class Kind(StrEnum):
    """The kinds of value that a profile holds."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes-no"
    LIST = "list"
    NOTHING = "nothing"


_WORDS: Final = {
    Kind.TEXT: N_("text"),
    Kind.NUMBER: N_("number"),
    Kind.YES_NO: N_("true/false"),
    Kind.LIST: N_("list"),
    Kind.NOTHING: N_("null"),
}
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def kind_of(value: ProfileValue) -> Kind:
    """Return the kind of a value."""
    if value is None:
        return Kind.NOTHING
    if isinstance(value, bool):
        return Kind.YES_NO
    if isinstance(value, tuple):
        return Kind.LIST
    return Kind.TEXT if isinstance(value, str) else Kind.NUMBER


def value_text(value: ProfileValue) -> str:
    """Return a value as it stands in the line."""
    if isinstance(value, tuple):
        return listed(_scalar_text(member) for member in value)
    return _scalar_text(value)


def value_from(kind: Kind, text: str, before: ProfileValue) -> ProfileValue:
    """Return the value of that kind that the text means.

    A text that is no number is 0. The members of a list are texts, but those that `before` holds keep their type.
    """
    if kind is Kind.NOTHING:
        return None
    if kind is Kind.YES_NO:
        return text.strip().casefold() in ("true", "yes", "1")
    if kind is Kind.NUMBER:
        return _number(text)
    if kind is Kind.LIST:
        known = {_scalar_text(member): member for member in before} if isinstance(before, tuple) else {}
        return tuple(known.get(member, member) for member in unlisted(text))
    return text


def _scalar_text(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _number(text: str) -> int | float:
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return 0
    return int(found[0]) if re.fullmatch(r"[+-]?\d+", found[0]) else float(found[0])


class ProfileValueEdit(Editor):
    """A line for the value and a choice of its kind. Typing where there was null makes a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: ProfileValue = None
        self.line = Line(self)
        self.kind = QuietComboBox(self)
        for kind, words in _WORDS.items():
            self.kind.addItem(_(words), kind)
        self.line.textEdited.connect(self._type)
        self.kind.activated.connect(lambda _index: self.edited.emit(self._said()))
        self.take(self.line)
        self.take(self.kind)
        self.fill(self.line, self.kind)

    def show_value(self, value: ProfileValue) -> None:
        """Write the value, unless the line already means it."""
        same = self._said() == value and kind_of(value) is self._kind()
        self._value = value
        kind = kind_of(value)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.line.setPlaceholderText({Kind.LIST: _("a, b, c"), Kind.NOTHING: _("null")}.get(kind, ""))
        if not same and self.line.text() != value_text(value):
            self.line.setText(value_text(value))

    def name_inputs(self, name: str, description: str) -> None:
        """Name the line after the attribute, and the choice after what it chooses."""
        self.line.setAccessibleName(name)
        self.kind.name_by_itself(_("Kind of {name}").format(name=name))
        self.describe_inputs(description)

    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())

    def _said(self) -> ProfileValue:
        return value_from(self._kind(), self.line.text(), self._value)

    def _type(self, text: str) -> None:
        self.edited.emit(text if self._kind() is Kind.NOTHING else self._said())
