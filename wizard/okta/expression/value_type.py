"""The types of values that Okta's expression language speaks of, and the values themselves on this machine.

What only the evaluator makes is written out with slots: a dataclass costs half a millisecond when it is loaded, and
``check`` must start fast.
"""

from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from wizard.frozen import Frozen


class ValueType(StrEnum):
    """What kind of value an expression gives, as Okta's documents name the kinds."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ARRAY = "array"
    DATE_TIME = "date and time"
    COUNTRY = "country code"
    OBJECT = "object"
    UNKNOWN = "unknown"


class Moment:
    """A date and time with a zone, Okta's ZonedDateTime."""

    __slots__ = ("value",)

    def __init__(self, value: datetime) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moment) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    @property
    def text(self) -> str:
        """Return the time as Okta's examples write it: ``2015-08-01T02:18:37.979+09:00[Asia/Tokyo]``."""
        exact = "milliseconds" if self.value.microsecond else "seconds"
        text = self.value.isoformat(timespec=exact).replace("+00:00", "Z")
        name = getattr(self.value.tzinfo, "key", None)
        return text if name is None or text.endswith("Z") else f"{text}[{name}]"


class Country:
    """A country of ISO 3166-1, Okta's CountryCode; there is one object for each."""

    __slots__ = ("alpha2", "alpha3", "name", "numeric")

    def __init__(self, alpha2: str, alpha3: str, numeric: str, name: str) -> None:
        self.alpha2 = alpha2
        self.alpha3 = alpha3
        self.numeric = numeric
        self.name = name


class Pairs:
    """The pairs of a map literal, which only the group functions take."""

    __slots__ = ("items",)

    def __init__(self, items: "tuple[tuple[Value, Value], ...]") -> None:
        self.items = items


class Group(Frozen):
    """A group that a person is a member of, as far as Okta's expressions see it."""

    id: str
    name: str
    type: str = "OKTA_GROUP"
    source_id: str = ""
    description: str = ""


Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | Moment | Country | Group | Pairs | None"


def type_of(value: Value) -> ValueType:
    """Return the type of a value; null has none."""
    return _TYPES.get(type(value), ValueType.OBJECT)


_TYPES = {
    str: ValueType.STRING,
    bool: ValueType.BOOLEAN,
    int: ValueType.INTEGER,
    float: ValueType.NUMBER,
    tuple: ValueType.ARRAY,
    Moment: ValueType.DATE_TIME,
    Country: ValueType.COUNTRY,
    type(None): ValueType.UNKNOWN,
}
