"""The refusals that keep the protected tags, whatever else a role is given."""

from collections.abc import Iterable
from typing import Final

from wizard.aws.grant.conditions import names_protected
from wizard.aws.policy import Condition, Effect, Statement, Values
from wizard.plan.model import Tag

_EVERYTHING: Final = ("*",)


def protection(protected: tuple[Tag, ...], setting: Values, removing: Values) -> Iterable[Statement]:
    """Yield the refusals: no protected tag is removed, and none is set where the resource has one of them.

    `setting` and `removing` are the tagging actions that a role has on its own resources. A key in another case is the
    same to the condition, and another one to some services, so every spelling is refused. A refusal for lack of a key
    never comes: all its conditions need the key.
    """
    if not protected:
        return
    touched = names_protected(protected)
    if removing:
        yield Statement("KeepTags", Effect.DENY, removing, resources=_EVERYTHING, conditions=(touched,))
    for tag in protected if setting else ():
        has_it = Condition("Null", f"aws:ResourceTag/{tag.key}", ("false",))
        yield Statement("KeepTags", Effect.DENY, setting, resources=_EVERYTHING, conditions=(touched, has_it))
