"""The names of actions as the table's file writes them: a character for each word, ``Describe`` and ``Images``.

The 18,000 names are made of 2,900 words. A word that begins a name has a character of its own, which stands for the
space before it too. Names so written pack to three quarters, and :meth:`str.translate` reads them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

_FIRST_CODE: Final = 0x21
"""The code point that stands for the first word: the first that is no space and no control."""
_FREQUENT: Final = 300
"""The most frequent words come first and take least; the others pack best in their own order."""
_WORD: Final = "[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|."


class Vocabulary:
    """The words of all names, each with the character that stands for it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_code: Final = (*map(chr, range(_FIRST_CODE)), *words)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words in the order of their characters."""
        return self._by_code[_FIRST_CODE:]

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {word: chr(code) for code, word in enumerate(self.words, _FIRST_CODE)}

    @classmethod
    def of(cls, names: Iterable[str]) -> "Vocabulary":
        """Return the vocabulary that such names need; the same names, in any order, always give the same one."""
        count = Counter(word for name in names for word in _parts(name))
        words = sorted(count, key=lambda word: (-count[word], word))
        return cls([*words[:_FREQUENT], *sorted(words[_FREQUENT:])])

    def written(self, names: Iterable[str]) -> str:
        """Return the text of some names; KeyError for a word that is not in the vocabulary."""
        return "".join(self._codes[word] for name in names for word in _parts(name))

    def read(self, text: str) -> str:
        """Return the names that a text stands for, each after a space; what stands between groups of them stays."""
        return text.translate(self._by_code)


def _parts(name: str) -> list[str]:
    first, *others = re.findall(_WORD, name)
    return [f" {first}", *others]
