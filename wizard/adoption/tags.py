"""Makes one session tag of what several documents tell of its key."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from wizard.language import N_
from wizard.plan.existing import Certainty, Existing, ExistingTag, Remark
from wizard.plan.model import Tag
from wizard.quoting.wording import listed

Told = TypeVar("Told")
_SAYINGS: Final = (
    (Certainty.UNTOLD, N_("One key is spelled in several ways: {keys}.")),
    (Certainty.UNTOLD, N_("The Okta expressions: no document tells those of {keys}.")),
    (Certainty.UNTOLD, N_("The Okta expressions of {keys}: the documents differ. The plan has the first.")),
    (Certainty.UNTOLD, N_("Which tags are transitive: no document tells it of {keys}.")),
    (Certainty.UNTOLD, N_("Which tags are transitive: the documents differ about {keys}. The plan has the first.")),
    (Certainty.GUESSED, N_("Required: {keys}. No trust policy tells it.")),
    (Certainty.GUESSED, N_("Required: {keys}. Not every trust policy asks for them.")),
    (Certainty.UNTOLD, N_("The allowed values of {keys}: the trust policies differ. The plan has the first.")),
)
_SPELLED, _NO_VALUE, _VALUES, _NO_TRANSITIVE, _TRANSITIVE, _NO_REQUIRED, _REQUIRED, _ALLOWED = range(len(_SAYINGS))


def composed_tags(parts: Iterable[Existing], said: list[Remark]) -> tuple[Tag, ...]:
    """Return the tags in the order in which the documents name them; keys are the same whatever their case.

    A key that one document has twice gives two tags: the plan shows the mistake.
    """
    found: dict[tuple[str, int], list[ExistingTag]] = {}
    for part in parts:
        seen: dict[str, int] = {}
        for tag in part.tags:
            fold = tag.key.casefold()
            seen[fold] = seen.get(fold, 0) + 1
            found.setdefault((fold, seen[fold]), []).append(tag)
    made = [_Tag(told) for told in found.values()]
    for number, (certainty, template) in enumerate(_SAYINGS):
        keys = [one.key for one in made if number in one.sayings]
        if keys:
            said.append(Remark(certainty, template, {"keys": listed(keys)}))
    return tuple(one.composed() for one in made)


class _Tag:
    """What is told of one tag; `sayings` are what there is to say of it."""

    def __init__(self, told: list[ExistingTag]) -> None:
        self.key = told[0].key
        self.sayings: set[int] = set()
        self._told = told
        if len({tag.key for tag in told}) > 1:
            self.sayings.add(_SPELLED)
        self._values = self._given(lambda tag: tag.value, _NO_VALUE, _VALUES)
        self._transitive = self._given(lambda tag: tag.transitive, _NO_TRANSITIVE, _TRANSITIVE)
        self._required = self._given(lambda tag: tag.required, _NO_REQUIRED, _REQUIRED)
        self._allowed = self._given(lambda tag: tag.allowed, None, _ALLOWED)
        self._separators = self._given(lambda tag: tag.separator, None, None)

    def _given(self, of: Callable[[ExistingTag], Told | None], none: int | None, several: int | None) -> list[Told]:
        """Return what the documents tell, each once; note where that is nothing, or more than one thing."""
        given = list(dict.fromkeys(value for tag in self._told if (value := of(tag)) is not None))
        saying = none if not given else several if len(given) > 1 else None
        if saying is not None:
            self.sayings.add(saying)
        return given

    def composed(self) -> Tag:
        """Return the tag: what is told first counts, and whoever asks for it makes it required."""
        return Tag(
            self.key,
            next(iter(self._values), ""),
            next(iter(self._transitive), False),
            any(self._required) if self._required else True,
            next(iter(self._separators), None),
            next(iter(self._allowed), ()),
        )
