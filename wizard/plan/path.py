"""Paths into a plan, such as ``tags[1].key``: where a finding is, what an edit changes."""

import re
from functools import lru_cache
from types import ModuleType
from typing import Any

from wizard.plan.model import Plan

Step = str | int
Steps = tuple[Step, ...]

_NAME = re.compile(r"[^\W\d][\w-]*")
_STEP = re.compile(r'(?P<dot>\.?)(?P<name>[^\W\d][\w-]*)|\[(?P<index>[0-9]{1,9})\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]')


def written(steps: Steps) -> str:
    """Return the path of `steps` as text; a name that is no plain word stands quoted in brackets."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _NAME.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{_json().dumps(step, ensure_ascii=False)}]"
    return text


@lru_cache(maxsize=4096)
def parsed(path: str) -> Steps:
    """Return the steps of a path; LookupError where the text is no path."""
    steps: list[Step] = []
    position = 0
    while position < len(path):
        match = _STEP.match(path, position)
        if match is None or (match["name"] and bool(match["dot"]) != bool(steps)):
            raise LookupError(f"no path: {path!r}")
        steps.append(_step(match))
        position = match.end()
    return tuple(steps)


def _step(match: re.Match[str]) -> Step:
    if match["name"]:
        return match["name"]
    if match["index"]:
        return int(match["index"])
    try:
        return str(_json().loads(match["quoted"]))
    except ValueError:
        raise LookupError(f"no name: {match['quoted']}") from None


def child(value: Any, step: Step) -> Any:
    """Return what stands under `step` in a part of a plan; LookupError where nothing does.

    A part is a frozen value with fields, a tuple, or a profile: a tuple of name and value pairs, reached by name.
    """
    if isinstance(value, tuple):
        if isinstance(step, int):
            return value[step]
        for pair in value:
            if isinstance(pair, tuple) and pair[0] == step:
                return pair[1]
    elif isinstance(step, str) and step in getattr(value, "__match_args__", ()):
        return getattr(value, step)
    raise LookupError(step)


def value_at(plan: Plan, path: str) -> Any:
    """Return the part of the plan at `path`; LookupError where the plan has no such place."""
    value: Any = plan
    for step in parsed(path):
        value = child(value, step)
    return value


def covers(path: str, place: str) -> bool:
    """Tell whether `place` is `path` or lies under it: ``tags`` covers ``tags[0].key``."""
    return not path or place == path or (place.startswith(path) and place[len(path)] in ".[")


def _json() -> ModuleType:
    """Return the module json, which only a name that is no plain word needs; the start does not wait for it."""
    import json  # noqa: PLC0415 - late for the start's sake

    return json
