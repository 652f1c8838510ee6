"""YAML text that every reader of YAML 1.1 and 1.2 takes the same way; the only place that quotes for YAML.

What a reader could take for a number, a boolean, null or a date stands in quotes, and so does anything that
is not plain ASCII. Characters that do not show, or that turn the writing direction round, stand escaped. The
result depends on no table of the interpreter's, so all versions of Python give the same bytes.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import isfinite
from typing import Any

from wizard.quoting.unseen import UNSEEN

_PLAIN = r"[A-Za-z](?:[A-Za-z0-9_./@+*=()-]|:(?=[A-Za-z0-9_/*:])| (?=[A-Za-z0-9(]))*"
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
"""Words that YAML 1.1 or 1.2 takes for a boolean or for null, in some spelling."""

_ODD = f"[\x00-\x1f\xa0\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff]|{UNSEEN}"
"""What must not stand as it is: controls, the unbreakable space, surrogates, and what no reader sees."""

_ESCAPED = f'["\\\\]|{_ODD}'
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_FLOW_WIDTH = 72
_FLOW_ITEM_WIDTH = 32
_LONGEST_SIMPLE_KEY = 1000
"""YAML allows 1,024 characters for a key that stands before its colon without a question mark."""


class Row:
    """A mapping that stands on one line where it is short: ``{team: platform, project: apollo}``."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values


def quoted(text: str) -> str:
    """Return the text in double quotes, escaped; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    return f'"{_compiled(_ESCAPED).sub(_escape, text)}"'


def scalar(text: str) -> str:
    """Return a YAML scalar, for a value or a key, that every reader takes for exactly this text."""
    if _compiled(_PLAIN).fullmatch(text) and text.lower() not in _WORDS:
        return text
    if ('"' in text or "\\" in text) and not _compiled(_ODD).search(text):
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def document(value: Any) -> str:
    """Return a tree of mappings, lists, texts, numbers, booleans and None as one YAML document in block style.

    Short lists of short words stand on one line, as :class:`Row` mappings do; texts of several lines stand as
    a literal block where that keeps them exactly. Infinity and NaN, which JSON lacks, are written as text.
    """
    inline = scalar(value) if isinstance(value, str) else _inline(value)
    lines = [inline] if inline is not None else _lines(value)
    return "\n".join(lines) + "\n"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, compiled when it is first needed: a command that writes no YAML does not wait for it."""
    return re.compile(pattern)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _lines(value: Any) -> list[str]:
    if isinstance(value, str):
        return _literal(value)
    if isinstance(value, Row):
        return _lines(value.values)
    if isinstance(value, Mapping):
        return [line for key, item in value.items() for line in _pair(scalar(str(key)), item)]
    return [line for item in value for line in _hung("-", item)]


def _pair(key: str, value: Any) -> Iterable[str]:
    if len(key) > _LONGEST_SIMPLE_KEY:
        return [f"? {key}", *_hung(":", value)]
    inline = _inline(value)
    if inline is not None:
        return [f"{key}: {inline}"]
    first, *rest = _lines(value)
    if isinstance(value, str):
        return [f"{key}: {first}", *_indented(rest)]
    return [f"{key}:", *_indented([first, *rest])]


def _hung(mark: str, value: Any) -> list[str]:
    inline = _inline(value)
    if inline is not None:
        return [f"{mark} {inline}"]
    first, *rest = _lines(value)
    return [f"{mark} {first}", *_indented(rest)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _inline(value: Any) -> str | None:
    """Return the value on one line, None where it needs several."""
    if isinstance(value, str):
        return None if _is_literal(value) else scalar(value)
    if isinstance(value, Row):
        return _flow("{", value.values.items(), "}", _flow_pair) if value.values else "{}"
    if isinstance(value, Mapping):
        return None if value else "{}"
    if isinstance(value, Sequence):
        return _flow("[", value, "]", _flow_item) if value else "[]"
    return _number(value)


def _flow(opening: str, items: Iterable[Any], closing: str, form: Callable[[Any], str | None]) -> str | None:
    forms = []
    for item in items:
        text = form(item)
        if text is None:
            return None
        forms.append(text)
    line = f"{opening}{', '.join(forms)}{closing}"
    return line if len(line) <= _FLOW_WIDTH else None


def _flow_pair(pair: tuple[str, Any]) -> str | None:
    key, value = pair
    name = _flow_item(key)
    inline = _inline(value) if isinstance(value, Sequence) and not isinstance(value, str) else _flow_item(value)
    return None if name is None or inline is None else f"{name}: {inline}"


def _flow_item(value: Any) -> str | None:
    if isinstance(value, str):
        text = scalar(value)
        safe = text[0] in "\"'" or ":" not in text
        return text if safe and len(text) <= _FLOW_ITEM_WIDTH and not _is_literal(value) else None
    return None if isinstance(value, Row | Mapping | Sequence) else _number(value)


def _number(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, float):
        return str(int(value))
    if not isfinite(value):
        return quoted(str(value))
    mantissa, exponent, power = repr(value).partition("e")
    return (mantissa if "." in mantissa else f"{mantissa}.0") + exponent + power


def _is_literal(text: str) -> bool:
    """Tell whether a literal block shows the text well and keeps it exactly: several lines, no odd white space."""
    first, *rest = text.removesuffix("\n").split("\n")
    return (
        bool(rest and first and rest[-1])
        and not first.startswith(" ")
        and not any(line.endswith(" ") or _compiled(_ODD).search(line) for line in (first, *rest))
    )


def _literal(text: str) -> list[str]:
    if text.endswith("\n"):
        return ["|", *text[:-1].split("\n")]
    return ["|-", *text.split("\n")]
