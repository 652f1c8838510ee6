"""What goes wrong with a document that should become a plan."""

from wizard.language import Words


class NotReadable(ValueError):
    """A document that tells nothing of a plan; its text names the place, and never quotes a captured sign-in.

    Attributes:
        source: the document's name as it was given.
    """

    def __init__(self, source: str, template: str, /, **values: object) -> None:
        self.source = source
        self.template = template
        self.values = values
        super().__init__(source, template.format(**values))

    def text(self, words: Words = str) -> str:
        """Return the reason, translated by `words`, without the document's name."""
        return words(self.template).format(**self.values)
