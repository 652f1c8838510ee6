"""What a document tells of a plan: parts that may be missing, and remarks on what it told and could not tell.

A document of Okta or AWS was not written for a plan, so each part is None where nothing is said of it; a plan's
defaults come in only once all documents have spoken.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from wizard.frozen import Frozen
from wizard.language import Words
from wizard.plan.model import Claims, FeatureState, Grant, Partition

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Certainty(StrEnum):
    """How sure a part is."""

    TOLD = "told"
    GUESSED = "guessed"
    UNTOLD = "untold"


class Remark(NamedTuple):
    """One sentence about what was read: an English template and what fills it. It never names a person.

    Attributes:
        source: the document's name as it was given; empty for all of them together.
    """

    certainty: Certainty
    template: str
    values: Mapping[str, object] = _NOTHING
    source: str = ""

    def text(self, words: Words = str) -> str:
        """Return the sentence, translated by `words`, with its values filled in."""
        return words(self.template).format(**self.values)


def told(template: str, /, **values: object) -> Remark:
    """Return a remark on what a document says."""
    return Remark(Certainty.TOLD, template, values)


def guessed(template: str, /, **values: object) -> Remark:
    """Return a remark on what follows from a document and may be otherwise."""
    return Remark(Certainty.GUESSED, template, values)


def untold(template: str, /, **values: object) -> Remark:
    """Return a remark on what a document does not say, or says and a plan cannot hold."""
    return Remark(Certainty.UNTOLD, template, values)


class ExistingTag(Frozen):
    """What is told of one session tag."""

    key: str
    value: str | None = None
    transitive: bool | None = None
    required: bool | None = None
    separator: str | None = None
    allowed: tuple[str, ...] | None = None


class ExistingRole(Frozen):
    """What is told of one role; an empty name is one that nobody told."""

    name: str
    session_duration: int | None = None
    access: tuple[str, ...] | None = None
    trusted_roles: tuple[str, ...] | None = None


class Existing(Frozen):
    """What one document tells, or several."""

    org: str | None = None
    app_label: str | None = None
    claims: Claims | None = None
    features: tuple[tuple[str, FeatureState], ...] = ()
    tags: tuple[ExistingTag, ...] = ()
    partition: Partition | None = None
    saml_provider: str | None = None
    sign_in_regions: tuple[str, ...] | None = None
    accounts: tuple[str, ...] = ()
    session_duration: int | None = None
    roles: tuple[ExistingRole, ...] = ()
    grants: tuple[Grant, ...] = ()
    remarks: tuple[Remark, ...] = ()
