"""Frozen values: what dataclasses give, without the code that these write, compile and run for every class.

To import dataclasses and to make the plan's classes of them takes a command a sixth of its time; a class that knows
the names of its parts serves as well. Type checkers take it for a frozen dataclass.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, Self, TypeVar, dataclass_transform

ABSENT: Final = object()
"""The default of a part that must be given."""

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Part:
    """One part of a class of values.

    Attributes:
        name, type: as the class annotates them.
        default: what holds where none is given; ABSENT where one must be.
        metadata: what else is known of it.
    """

    __slots__ = ("default", "metadata", "name", "type")

    def __init__(self, name: str, type: Any, default: Any, metadata: Mapping[str, Any]) -> None:  # noqa: A002 - as dataclasses name it
        self.name = name
        self.type = type
        self.default = default
        self.metadata = metadata


class _Described:
    """A default with metadata, until its class is made."""

    def __init__(self, default: Any, metadata: Mapping[str, Any]) -> None:
        self.default = default
        self.metadata = metadata


def part(*, default: Any = ABSENT, metadata: Mapping[str, Any]) -> Any:
    """Return the default of a part together with what else is known of it."""
    return _Described(default, metadata)


@dataclass_transform(frozen_default=True, field_specifiers=(part,))
class Frozen:
    """A value of named parts: given by place or name, equal and hashed by its parts, and never changed.

    A class annotates its parts and may give them defaults; it may have cached properties, which are no parts.
    AttributeError for whoever changes a part; TypeError for parts that lack, are unknown or are given twice.
    """

    __match_args__: tuple[str, ...] = ()
    _parts: tuple[Part, ...] = ()
    _needed: frozenset[str] = frozenset()
    _compared: Callable[[Any], Any] = staticmethod(lambda _: ())

    def __init_subclass__(cls) -> None:
        """Learn the parts of the class; a default becomes an attribute of the class, for instances to fall back to."""
        cls._parts = (*cls._parts, *(cls._part(name, type_) for name, type_ in cls.__annotations__.items()))
        names = tuple(each.name for each in cls._parts)
        type.__setattr__(cls, "__match_args__", names)  # a type checker reads it off the annotations
        cls._needed = frozenset(each.name for each in cls._parts if each.default is ABSENT)
        cls._compared = staticmethod(attrgetter(*names))

    @classmethod
    def _part(cls, name: str, type_: Any) -> Part:
        default = cls.__dict__.get(name, ABSENT)
        if not isinstance(default, _Described):
            return Part(name, type_, default, _NOTHING)
        if default.default is ABSENT:
            delattr(cls, name)
        else:
            setattr(cls, name, default.default)
        return Part(name, type_, default.default, default.metadata)

    def __init__(self, *given: Any, **named: Any) -> None:
        names = self.__match_args__
        own = self.__dict__
        own.update(zip(names, given, strict=False))
        if named or len(given) != len(names):
            if len(given) > len(names) or not own.keys().isdisjoint(named) or not named.keys() <= set(names):
                raise TypeError(f"{type(self).__name__} has the parts {', '.join(names)}, each once")
            own.update(named)
            if not self._needed <= own.keys():
                raise TypeError(f"{type(self).__name__} needs {', '.join(sorted(self._needed - own.keys()))}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Refuse parts that cannot stand together, as the class says."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse to change a part."""
        raise AttributeError(f"{type(self).__name__}.{name} is frozen; make another value with replace")

    def __delattr__(self, name: str) -> None:
        """Refuse to remove a part."""
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` is of the same class and has equal parts."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self is other or self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        """Return the hash of the parts."""
        return hash(self._compared(self))

    def __repr__(self) -> str:
        """Return the value as it would be made, for whoever looks at a failed test."""
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({parts})"

    def __replace__(self, **changes: Any) -> Self:
        """Return a value with other parts in place of some."""
        names = self.__match_args__
        return type(self)(**{name: value for name, value in self.__dict__.items() if name in names} | changes)


Kind = TypeVar("Kind", bound=Frozen)


def replace(value: Kind, /, **changes: Any) -> Kind:
    """Return `value` with other parts in place of some; TypeError for a part that it does not have."""
    return value.__replace__(**changes)


def parts(value: Frozen | type[Frozen]) -> tuple[Part, ...]:
    """Return the parts of a value or of a class of values, in the order of the class."""
    return value._parts


def is_kind(kind: Any) -> bool:
    """Tell whether `kind` is a class of values."""
    return isinstance(kind, type) and issubclass(kind, Frozen)
