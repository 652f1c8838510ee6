"""What goes wrong with evidence, and with what it is opened and judged by.

::

    EvidenceError
    ├─ Unusable          the evidence itself: it cannot be read, or nothing in it can be trusted
    │  ├─ NoEvidence     it is of no kind that is known
    │  └─ Locked         it is encrypted, and no key was given
    ├─ NoCertificate     the file that should hold the IdP's certificate
    └─ NoKey             the file that should hold the private key

None of the texts quotes the evidence.
"""

from wizard.language import Words


class EvidenceError(ValueError):
    """Something that cannot be used; its text says what it is and what to do, translated by `text`."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))

    def text(self, words: Words = str) -> str:
        """Return the reason, translated by `words`."""
        return words(self.template).format(**self.values)


class Unusable(EvidenceError):
    """Evidence that proves nothing: the verdict about it is that it cannot be used.

    Attributes:
        encrypted: whether it holds an encrypted assertion; of nothing else that it says can be told what it is worth.
    """

    encrypted = False


class NoEvidence(Unusable):
    """What is of no kind of evidence that is known."""


class Locked(Unusable):
    """An encrypted assertion for which no key was given."""


class NoCertificate(EvidenceError):
    """A file without a certificate that could be used."""


class NoKey(EvidenceError):
    """A file without a private key that could be used."""
