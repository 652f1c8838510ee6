"""What an unquoted YAML scalar means, and where the readers of YAML disagree.

YAML 1.1 (https://yaml.org/type/) and YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), both read
2026-11-24, take ``no``, ``012`` or ``1e3`` for different things. A plan must mean the same to every program,
so what they disagree on is :class:`Doubtful` and has to be quoted. ``y`` and ``n`` are text: YAML 1.1 lists them
as booleans, and none of the readers that are in use takes them so.
"""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Final

from wizard.plan.model import Scalar

_LONGEST_NUMBER: Final = 300
"""Digits of a number; Python reads 4,300 at most, and a binary64 number has about 309."""

_AGREED: Final = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FRACTION = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+][0-9]+)?")

_BOTH, _OLD, _NEW, _SOME = "", " to YAML 1.1", " to YAML 1.2", " to some programs"
_DOUBTS: Final = tuple(
    (re.compile(pattern), meaning + who)
    for pattern, meaning, who in (
        (r"yes|Yes|YES|on|On|ON", "true", _OLD),
        (r"no|No|NO|off|Off|OFF", "false", _OLD),
        (r"[-+]?0[0-7_]+", "an octal number", _OLD),
        (r"[-+]?0[0-9]+", "a number without its leading zero", _NEW),
        (r"[-+]?0x[0-9a-fA-F_]+", "a hexadecimal number", _BOTH),
        (r"0o[0-7]+", "an octal number", _NEW),
        (r"[-+]?0b[01_]+", "a binary number", _OLD),
        (r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", "a number in base 60", _OLD),
        (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9].*)?", "a date", _OLD),
        (r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "no finite number", _BOTH),
        (r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?", "a number", _BOTH),
        (r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+", "a number", _NEW),
        (r"[-+]?(?=[0-9_.]*[0-9])[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?", "a number", _SOME),
        (r"=", "a default value", _OLD),
        (r"<<", "a merge of mappings", _OLD),
    )
)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A scalar that not every reader takes for the same: what some take it for, as "false to YAML 1.1"."""

    meaning: str


Meaning = Scalar | Doubtful


def plain_value(text: str) -> Meaning:
    """Return what all readers take an unquoted scalar for, or Doubtful where they do not agree."""
    if text in _AGREED:
        return _AGREED[text]
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) <= _LONGEST_NUMBER else Doubtful(f"a number of {len(text)} digits")
    if _FRACTION.fullmatch(text):
        number = float(text)
        return number if isfinite(number) else Doubtful("no finite number")
    for pattern, meaning in _DOUBTS:
        if pattern.fullmatch(text):
            return Doubtful(meaning)
    return text
