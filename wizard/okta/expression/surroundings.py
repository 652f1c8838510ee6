"""What an expression can depend on beside the person's profile; known only where the caller knows it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from wizard.okta.expression.value_type import Group
from wizard.plan.model import ProfileValue


class Surroundings(NamedTuple):
    """What is known beside the person's profile; nothing, unless given.

    Attributes:
        groups: the groups that the person is a member of, None where that is not known.
        now: the time of the sign-in, with a zone, None where there is none.
        references: other values by the text that reads them: ``appuser.role``, ``session.amr``, ``user.created``,
            ``user.getInternalProperty("id")``, ``getManagerUser("active_directory").firstName``.
    """

    groups: tuple[Group, ...] | None = None
    now: datetime | None = None
    references: Mapping[str, ProfileValue] = MappingProxyType({})


NOTHING_KNOWN = Surroundings()
