"""The types of values that Okta's expression language speaks of, and the values themselves on this machine."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias


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


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and time with a zone, Okta's ZonedDateTime."""

    value: datetime

    @property
    def text(self) -> str:
        """Return the time as Okta's examples write it: ``2015-08-01T02:18:37.979+09:00[Asia/Tokyo]``."""
        exact = "milliseconds" if self.value.microsecond else "seconds"
        text = self.value.isoformat(timespec=exact).replace("+00:00", "Z")
        name = getattr(self.value.tzinfo, "key", None)
        return text if name is None or text.endswith("Z") else f"{text}[{name}]"


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1, Okta's CountryCode."""

    alpha2: str
    alpha3: str
    numeric: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group that a person is a member of, as far as Okta's expressions see it."""

    id: str
    name: str
    type: str = "OKTA_GROUP"
    source_id: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a map literal, which only the group functions take."""

    items: "tuple[tuple[Value, Value], ...]"


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
