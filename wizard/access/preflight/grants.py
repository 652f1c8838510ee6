"""Which grants are left to somebody who lacks optional tags."""

from typing import Final, NamedTuple

from wizard.plan.model import Grant, Plan


class Loss(NamedTuple):
    """What the lack of some tags takes away.

    Attributes:
        grants: the names of the grants that give nothing. everything: whether no role has another one left.
    """

    grants: tuple[str, ...]
    everything: bool


class Grants:
    """The grants that the plan's roles give.

    Attributes:
        matched: places of the optional tags on which any of them matches.
    """

    def __init__(self, plan: Plan) -> None:
        given = [grants for role in plan.aws.roles if (grants := plan.grants(role))]
        self._roles: Final = given or ([plan.access] if plan.access else [])
        self._keys: Final = tuple(tag.key.casefold() for tag in plan.tags)
        asked = frozenset(key.casefold() for grants in self._roles for grant in grants for key in grant.match)
        self.matched: Final = frozenset(
            index for index, tag in enumerate(plan.tags) if not tag.required and tag.key.casefold() in asked
        )
        self._known: Final[dict[frozenset[int], Loss]] = {}

    def loss(self, missing: frozenset[int]) -> Loss:
        """Return what somebody loses who lacks the tags at these places."""
        if missing not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[missing] = self._without({self._keys[index] for index in missing})
        return self._known[missing]

    def _without(self, keys: set[str]) -> Loss:
        def lost(grant: Grant) -> bool:
            return any(key.casefold() in keys for key in grant.match)

        names = dict.fromkeys(grant.name for grants in self._roles for grant in grants if lost(grant))
        return Loss(tuple(names), all(lost(grant) for grants in self._roles for grant in grants))


_REMEMBERED: Final = 10_000
