"""What exists in Okta and AWS becomes a plan, as far as its documents tell.

    adopted(documents) -> Adoption(plan, remarks)      raises NotReadable

:mod:`~wizard.adoption.reading` tells documents apart by what they hold, :mod:`~wizard.adoption.composition` makes one
plan of all that they tell. A captured sign-in is a credential and names a person: keys and names of attributes, roles
and accounts are all that is taken of it.
"""

from wizard.adoption.adoption import Adoption, adopted
from wizard.adoption.error import NotReadable
from wizard.adoption.reading import LARGEST, Document

__all__ = ["LARGEST", "Adoption", "Document", "NotReadable", "adopted"]
