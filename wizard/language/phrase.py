"""A message as a template with its values: it can be told in another language than the one in which it was made."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from wizard.frozen import Frozen
from wizard.language import Words

NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
"""The values of a template that has none."""


class Phrase(Frozen):
    """A sentence of the program among the values of a message, translated with it: a feature's "what to do"."""

    template: str
    values: Mapping[str, object] = NOTHING

    def text(self, words: Words = str) -> str:
        """Return the sentence, translated by `words`, with its values filled in."""
        return filled(self.template, self.values, words)


class Phrases(Frozen):
    """Several phrases as one value of a message, with semicolons or another text between them."""

    parts: tuple[Phrase, ...]
    between: str = "; "

    def text(self, words: Words = str) -> str:
        """Return the phrases, each translated by `words`."""
        return self.between.join(part.text(words) for part in self.parts)


def filled(template: str, values: Mapping[str, object], words: Words = str) -> str:
    """Return the template, translated by `words`, filled with the values; a value with a ``text`` is translated too."""
    return words(template).format(**{name: _worded(value, words) for name, value in values.items()})


def _worded(value: Any, words: Words) -> object:
    text = getattr(value, "text", None)
    return value if text is None else text(words)
