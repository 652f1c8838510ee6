"""What may stand in a report of a failure: nothing but what is named here.

An exception's message may quote a plan, a path or an assertion, and an assertion is a credential. So no message is let
in, and no file's path, only what says where in the program it happened: versions, the exception's type, and of each
frame of the program its module, its function and its line. Frames of anything else are counted.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from traceback import walk_tb
from types import FrameType, MappingProxyType
from typing import Final

from wizard import PRODUCT, __version__
from wizard.plan.error import PlanError
from wizard.plan.path import parsed, written
from wizard.plan.shape import ListOf, Record, plan_shape

_ELSE: Final = "…"
_OWN: Final = "wizard."
_LONGEST_CHAIN: Final = 8
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def failure_report(error: BaseException, versions: Mapping[str, str] = _NONE) -> str:
    """Return the report of an exception and of those that led to it; `versions` are those of what is shown with."""
    known = {"Python": ".".join(map(str, sys.version_info[:3])), **versions, "System": _system()}
    lines = [f"{PRODUCT} {__version__}", *(f"{name}: {version}" for name, version in known.items())]
    for number, each in enumerate(_chain(error)):
        lines += ["", f"{_type(each)}" if number == 0 else f"caused by {_type(each)}"]
        lines += [f"  {line}" for line in _frames(each)]
    return "\n".join(lines) + "\n"


def reading_report(error: PlanError) -> str:
    """Return where a plan file could not be read: places alone, since what stands there may be anything.

    A file that was taken for a plan by mistake may hold a credential. Of a place only the plan's own keys are let in.
    """
    places = (f"line {problem.line}, column {problem.column}: {_place(problem.path)}" for problem in error.problems)
    return "\n".join([f"{PRODUCT} {__version__}", f"System: {_system()}", "", type(error).__name__, *places]) + "\n"


def _place(path: str) -> str:
    try:
        steps = parsed(path)
    except LookupError:
        return _ELSE
    known = _keys(plan_shape())
    return written(tuple(step if isinstance(step, int) or step in known else _ELSE for step in steps))


@cache
def _keys(shape: Record) -> frozenset[str]:
    """Return the keys that the plan file knows, at any depth."""
    keys = {key.name for key in shape.keys}
    for key in shape.keys:
        inner = key.shape.item if isinstance(key.shape, ListOf) else key.shape
        if isinstance(inner, Record):
            keys |= _keys(inner)
    return frozenset(keys)


def _system() -> str:
    import platform  # noqa: PLC0415 - only a failure needs it

    return f"{platform.system()} {platform.release()} {platform.machine()}"


def _type(error: BaseException) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    following: BaseException | None = error
    for _number in range(_LONGEST_CHAIN):
        if following is None:
            return
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _frames(error: BaseException) -> Iterator[str]:
    for module, frames in groupby(walk_tb(error.__traceback__), key=lambda each: _module(each[0])):
        if module:
            yield from (f"{module}, line {line}, in {frame.f_code.co_qualname}" for frame, line in frames)
        else:
            count = sum(1 for _frame in frames)
            yield f"({count} outside the program)"


def _module(frame: FrameType) -> str:
    """Return the module of the program that a frame belongs to, empty where it belongs to another."""
    name = str(frame.f_globals.get("__name__", ""))
    return name if name.startswith(_OWN) else ""
