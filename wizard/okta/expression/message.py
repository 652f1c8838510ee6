"""Fills a message's template, in English or in another language."""

from collections.abc import Mapping
from typing import Self

from wizard.language import N_, Words

_QUOTED = N_("“{text}”")


class Phrase(str):
    """A value of a message that is words itself, and is translated with it: "a value"."""

    __slots__ = ()


class Quoted(str):
    """A piece of an expression as a value of a message, in the quotation marks of the language that tells it."""

    __slots__ = ("piece",)

    piece: str

    def __new__(cls, piece: str) -> Self:
        """Return the piece in English quotation marks."""
        quoted = super().__new__(cls, _QUOTED.format(text=piece))
        quoted.piece = piece
        return quoted


def filled(template: str, values: Mapping[str, object], words: Words) -> str:
    """Return the template, translated by `words`, with its values filled in, the phrases among them translated."""
    return words(template).format(**{name: _worded(value, words) for name, value in values.items()})


def _worded(value: object, words: Words) -> object:
    if isinstance(value, Quoted):
        return words(_QUOTED).format(text=value.piece)
    return words(value) if isinstance(value, Phrase) else value
