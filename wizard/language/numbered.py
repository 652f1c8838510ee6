"""A text about a number of things, in the form that the number takes in whichever language it is shown in."""

from typing import Self


class Numbered(str):
    """A text that is kept and translated later; where it is shown at once, :func:`wizard.language.ngettext` does.

    It is the English form that `number` takes; a translating function finds the form of its language by both forms.
    """

    __slots__ = ("many", "number", "one")

    one: str
    many: str
    number: int

    def __new__(cls, one: str, many: str, number: int) -> Self:
        """Return the text; both forms are templates over the same values."""
        text = super().__new__(cls, one if number == 1 else many)
        text.one, text.many, text.number = one, many, number
        return text
