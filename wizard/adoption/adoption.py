"""Makes one plan of several documents."""

from collections.abc import Iterable
from typing import NamedTuple

from wizard.adoption.composition import composed
from wizard.adoption.error import NotReadable
from wizard.adoption.ownership import permissions_of
from wizard.adoption.reading import Document, is_key, key_in, read
from wizard.language import N_
from wizard.plan.existing import Certainty, Remark
from wizard.plan.model import Plan


class Adoption(NamedTuple):
    """A plan made of what exists, and what there is to say of it: what was told, what guessed, what not told."""

    plan: Plan
    remarks: tuple[Remark, ...]

    def of(self, certainty: Certainty) -> tuple[Remark, ...]:
        """Return the remarks of one certainty, in order."""
        return tuple(remark for remark in self.remarks if remark.certainty is certainty)


def adopted(documents: Iterable[Document]) -> Adoption:
    """Return the plan that the documents tell of; NotReadable for the first that tells nothing.

    Where two say different things, Okta counts before AWS, and the document that is given first before the others.
    A private key among them opens encrypted sign-ins. NoTable where the installation lacks the coverage table.
    """
    handed = tuple(documents)
    keys = [key_in(document) for document in handed if is_key(document)]
    readings = [read(document, keys[0] if keys else None) for document in handed if not is_key(document)]
    if keys and not readings:
        raise NotReadable(handed[0].name, N_("A private key alone tells nothing; add the sign-in that it opens"))
    parts = [part for reading in readings for part in reading.parts]
    given = [policy for reading in readings for policy in reading.policies]
    plan, remarks = composed((*parts, *permissions_of(given, parts)))
    return Adoption(plan, remarks)
