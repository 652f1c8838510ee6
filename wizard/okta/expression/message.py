"""Fills a message's template, in English or in another language."""

from collections.abc import Mapping

from wizard.language import Words


class Phrase(str):
    """A value of a message that is words itself, and is translated with it: "a value"."""

    __slots__ = ()


def filled(template: str, values: Mapping[str, object], words: Words) -> str:
    """Return the template, translated by `words`, with its values filled in, the phrases among them translated."""
    shown = {name: words(value) if isinstance(value, Phrase) else value for name, value in values.items()}
    return words(template).format(**shown)
