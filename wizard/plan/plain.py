"""What an unquoted YAML scalar means, and where the readers of YAML disagree.

YAML 1.1 (https://yaml.org/type/) and YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), both read
2026-11-24, take ``no``, ``012`` or ``1e3`` for different things. A plan must mean the same to every program,
so what they disagree on is :class:`Doubtful` and has to be quoted. ``y`` and ``n`` are text: YAML 1.1 lists them
as booleans, and none of the readers that are in use takes them so.
"""

import re
from math import isfinite
from typing import Final

from wizard.frozen import Frozen
from wizard.language import N_
from wizard.plan.model import Scalar

_LONGEST_NUMBER: Final = 300
"""Digits of a number; Python reads 4,300 at most, and a binary64 number has about 309."""

_WORDS: Final = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DOUBTFUL_WORDS: Final = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), N_("true to YAML 1.1")),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), N_("false to YAML 1.1")),
    "=": N_("a default value to YAML 1.1"),
    "<<": N_("a merge of mappings to YAML 1.1"),
}
_FRACTION: Final = r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+][0-9]+)?"
_DOUBTFUL_NUMBERS: Final = (
    (r"[-+]?0[0-7_]+", N_("an octal number to YAML 1.1")),
    (r"[-+]?0[0-9]+", N_("a number without its leading zero to YAML 1.2")),
    (r"[-+]?0x[0-9a-fA-F_]+", N_("a hexadecimal number")),
    (r"0o[0-7]+", N_("an octal number to YAML 1.2")),
    (r"[-+]?0b[01_]+", N_("a binary number to YAML 1.1")),
    (r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", N_("a number in base 60 to YAML 1.1")),
    (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9].*)?", N_("a date to YAML 1.1")),
    (r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", N_("no finite number")),
    (r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?", N_("a number")),
    (r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+", N_("a number to YAML 1.2")),
    (r"[-+]?(?=[0-9_.]*[0-9])[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?", N_("a number to some programs")),
)
_NUMBERS_BEGIN: Final = frozenset("0123456789+-._")
"""What every number begins with; most of a plan's scalars begin otherwise, and no pattern is compiled for them."""


class Doubtful(Frozen):
    """A scalar that not every reader takes for the same: what some take it for, as N_("false to YAML 1.1")."""

    meaning: str


Meaning = Scalar | Doubtful


def plain_value(text: str) -> Meaning:
    """Return what all readers take an unquoted scalar for, or Doubtful where they do not agree."""
    if text in _WORDS:
        return _WORDS[text]
    if text in _DOUBTFUL_WORDS:
        return Doubtful(_DOUBTFUL_WORDS[text])
    return _number(text) if text[0] in _NUMBERS_BEGIN else text


def _number(text: str) -> Meaning:
    digits = text[1:] if text[0] in "+-" else text
    if digits.isascii() and digits.isdecimal() and (digits[0] != "0" or digits == "0"):
        return int(text) if len(digits) <= _LONGEST_NUMBER else Doubtful(N_("a number of very many digits"))
    if re.fullmatch(_FRACTION, text):
        number = float(text)
        return number if isfinite(number) else Doubtful(N_("no finite number"))
    for pattern, meaning in _DOUBTFUL_NUMBERS:
        if re.fullmatch(pattern, text):
            return Doubtful(meaning)
    return text
