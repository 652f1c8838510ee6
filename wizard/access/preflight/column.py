"""One tag for all people: each of its values is judged once, while it is remembered."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from wizard.access.attributes import tag_attributes
from wizard.access.people_columns import Key, PeopleColumns
from wizard.access.preflight.outcome import Outcome, sound_outcome, tag_outcome, unknown_outcome
from wizard.access.preflight.tally import Tally
from wizard.aws.packed_size import byte_length
from wizard.okta.expression import ExpressionError, ExpressionFault, parsed, plain_attribute
from wizard.okta.tag_value import TagValue, tag_values
from wizard.plan.model import Claims, ProfileValue, Tag

_REMEMBERED: Final = 100_000
"""Values that are remembered of all tags together, and the characters of the longest one of them."""
_LEAST: Final = 1_000
_LONGEST: Final = 512
_FAULTS: Final = 100

_SOUND: Final = re.compile(r"(?:(?!(?i:aws):)[\w .:/=+\-@]{1,256}+\n)*+")
"""Values that have nothing wrong with them as they stand, each with a line end; every word character of Python is a
letter, a number or the underscore, which a test holds."""


class Part(NamedTuple):
    """A tag for some people.

    Attributes:
        keys: what stands for its value, person by person.
        conspicuous: what those come to of which somebody must be told. largest: the bytes of the largest value.
    """

    keys: Sequence[Key]
    conspicuous: Mapping[Key, Outcome]
    largest: int


class TagColumn:
    """The values of one tag.

    Attributes:
        tag: itself. tally: its distinct values. without: how many people have no value for it, or an empty one.
        said: why its value is not known here, by the English of it. faults: the same English, for how many people.
        notes: for how many people something is not documented.
    """

    def __init__(self, tag: Tag, claims: Claims, names: Sequence[str], *, share: int, matters: bool) -> None:
        self.tag: Final = tag
        self.tally: Final = Tally()
        self.without = 0
        self.said: Final[dict[str, ExpressionFault]] = {}
        self.faults: Final[Counter[str]] = Counter()
        self.notes: Final[Counter[str]] = Counter()
        self._names: Final = tag_attributes(tag, claims)
        self._places: Final = tuple(names.index(name) for name in self._names)
        self._most: Final = max(_REMEMBERED // share, _LEAST)
        self._matters: Final = matters
        self._known: Final[dict[Key, Outcome]] = {}
        self._fed: list[Key] = []
        self._counts: Counter[Key] = Counter()
        self._largest = 0
        self._read: tuple[Callable[[Key], ProfileValue], ...] = ()
        self._value: Final = _evaluation(tag, claims)
        self._simple: Final = _is_simple(tag, claims)

    def begin(self, people: PeopleColumns) -> None:
        """Take the attributes' values from these people from now on."""
        self._read = tuple(people.values[place] for place in self._places)

    def feed(self, columns: tuple[Sequence[Key], ...], height: int) -> None:
        """Take the keys of so many people; few at a time, so that the processor has them at hand."""
        keys = self._keys(columns, height)
        self._fed += keys
        if self._simple and self.tally.overflown and (largest := _largest_sound(keys)):
            self._largest = max(self._largest, byte_length(self.tag.key) + largest)
        else:
            self._counts.update(keys)

    def judged(self) -> Part:
        """Judge the tag for those whose keys came since the last time, and return what there is to say of them."""
        keys, counts, largest = self._fed, self._counts, self._largest
        self._fed, self._counts, self._largest = [], Counter(), 0
        if self._simple:
            largest = max(largest, self._pass_sound(counts))
        known = self._known
        found: dict[Key, Outcome] = {}
        for key, people in counts.items():
            outcome = known.get(key) or self.outcome(key)
            largest = max(largest, outcome.size)
            if outcome.special:
                self._note(outcome, people)
                if outcome.problems or (outcome.missing and self._matters):
                    found[key] = outcome
            for value in outcome.counted:
                self.tally.add(value, people)
        return Part(keys, found, largest)

    def _keys(self, columns: tuple[Sequence[Key], ...], height: int) -> Sequence[Key]:
        if len(self._places) == 1:
            return columns[self._places[0]]
        if not self._places:
            return [()] * height
        return list(zip(*(columns[place] for place in self._places), strict=True))

    def _pass_sound(self, counts: "Counter[Key]") -> int:
        """Judge the values that are not known together, where all of them are sound; it is quicker by far.

        Those that there is no room to remember are counted here and left out; the bytes of the largest are returned.
        """
        new = [key for key in counts.keys() - self._known.keys() if isinstance(key, str)]
        largest = _largest_sound(new)
        if not largest:
            return 0
        room = self._most - len(self._known)
        for key in new[:room]:
            self._known[key] = sound_outcome(self.tag, key)
        for key in new[room:]:
            self.tally.add(key, counts.pop(key))
        return byte_length(self.tag.key) + largest

    def _note(self, outcome: Outcome, people: int) -> None:
        if outcome.missing:
            self.without += people
        fault = outcome.fault
        if fault is not None and (fault.message in self.faults or len(self.faults) < _FAULTS):
            self.said.setdefault(fault.message, fault)
            self.faults[fault.message] += people
        for note in outcome.notes:
            self.notes[note] += people

    def size(self, key: Key) -> int:
        """Return the bytes of the tag's key and of the value that a key stands for."""
        if self._simple and isinstance(key, str):
            return byte_length(self.tag.key) + byte_length(key)
        return self.outcome(key).size

    def outcome(self, key: Key) -> Outcome:
        """Return what the tag comes to for a key."""
        known = self._known.get(key)
        if known is None:
            known = self._judged(key)
            if len(self._known) >= self._most and not self._simple:
                self._known.clear()
            if len(self._known) < self._most and _length(key) <= _LONGEST:
                self._known[key] = known
        return known

    def _judged(self, key: Key) -> Outcome:
        parts = (key,) if len(self._places) == 1 else key if isinstance(key, tuple) else ()
        attributes = {name: read(part) for name, read, part in zip(self._names, self._read, parts, strict=True)}
        try:
            return tag_outcome(self.tag, self._value(attributes))
        except ExpressionFault as fault:
            return unknown_outcome(self.tag, fault)


def _evaluation(tag: Tag, claims: Claims) -> Callable[[Mapping[str, ProfileValue]], TagValue]:
    """Return what evaluates the tag for a profile; it raises what is wrong with an expression that cannot be read."""
    try:
        return tag_values(tag, claims)
    except ExpressionError as error:
        fault = error

    def refuse(_attributes: Mapping[str, ProfileValue]) -> TagValue:
        raise fault

    return refuse


def _is_simple(tag: Tag, claims: Claims) -> bool:
    """Tell whether the tag sends an attribute as it stands, and any value that AWS takes is right."""
    try:
        plain = plain_attribute(parsed(tag.value, claims)) is not None
    except ExpressionError:
        return False
    return plain and tag.separator is None and not tag.allowed


def _largest_sound(keys: Sequence[Any]) -> int:
    """Return the bytes of the largest, where it is plain of all of them that nothing is wrong with them; else 0."""
    try:
        text = "\n".join(keys) + "\n"
    except TypeError:  # not all of them are texts
        return 0
    if text.count("\n") != len(keys) or not _SOUND.fullmatch(text):
        return 0
    return max(map(len if text.isascii() else byte_length, keys), default=0)


def _length(key: Hashable) -> int:
    if isinstance(key, str):
        return len(key)
    return sum(map(_length, key)) + 1 if isinstance(key, tuple) else 1
