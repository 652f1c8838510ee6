"""The functions of text: ``String.*``, their deprecated bare forms, and the methods of text.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#string-functions and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#string-functions
"""

from typing import Final

from wizard.language import N_, Numbered
from wizard.okta.expression import note
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter, Run
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Value, ValueType
from wizard.plan.model import Claims

_PATTERN_SIGNS: Final = frozenset("\\^$.|?*+()[]{}")
_LAST_OF_16_BITS: Final = "\uffff"


def _counted(row: Row, text: str) -> None:
    if any(character > _LAST_OF_16_BITS for character in text):
        row.note(note.BEYOND_16_BITS)


def _sought(row: Row, text: str) -> None:
    if not text:
        row.note(note.SEARCH_EMPTY)


def length(row: Row, text: str) -> Value:
    """Return the number of characters."""
    _counted(row, text)
    return len(text)


def without_spaces(row: Row, text: str) -> Value:
    """Return the text without its spaces."""
    bare = text.replace(" ", "")
    if any(character.isspace() for character in bare):
        row.note(note.OTHER_SPACES)
    return bare


def replaced(row: Row, text: str, match: str, replacement: str) -> Value:
    """Return the text with every occurrence of `match` replaced."""
    _sought(row, match)
    return text.replace(match, replacement)


def first_replaced(row: Row, text: str, match: str, replacement: str) -> Value:
    """Return the text with the first occurrence of `match` replaced."""
    _sought(row, match)
    if _PATTERN_SIGNS.intersection(match) or "$" in replacement or "\\" in replacement:
        row.note(note.SEARCH_AS_PATTERN)
    return text.replace(match, replacement, 1)


def contains(row: Row, text: str, search: str) -> Value:
    """Tell whether `search` occurs in the text, letters in the same case."""
    _sought(row, search)
    return search in text


def switched(row: Row, text: str, default: str, *pairs: str) -> Value:
    """Return the value of the first key that occurs in the text, the default where none does."""
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        _sought(row, key)
        if key in text:
            return value
    return default


def part(row: Row, text: str, start: int, end: int | None = None) -> Value:
    """Return the characters from `start` to before `end`; CannotEvaluate where the text is shorter."""
    _counted(row, text)
    last = len(text) if end is None else end
    if not 0 <= start <= last <= len(text):
        raise CannotEvaluate(
            Numbered(
                "The text has {count} character; Okta does not document its part from {start} to {end}.",
                "The text has {count} characters; Okta does not document its part from {start} to {end}.",
                len(text),
            ),
            0,
            count=len(text),
            start=start,
            end=last,
        )
    return text[start:last]


def before(row: Row, text: str, search: str) -> Value:
    """Return what stands before the first occurrence of `search`."""
    _sought(row, search)
    found = text.find(search)
    if found < 0:
        row.note(note.SEARCH_MISSES)
        return text
    return text[:found]


def after(row: Row, text: str, search: str) -> Value:
    """Return what stands behind the first occurrence of `search`."""
    _sought(row, search)
    found = text.find(search)
    if found < 0:
        row.note(note.SEARCH_MISSES)
        return ""
    return text[found + len(search) :]


def appended(_row: Row, text: str, suffix: str) -> Value:
    """Return the text with the suffix behind it."""
    return text + suffix


def joined(_row: Row, separator: str, *texts: str) -> Value:
    """Return the texts with the separator between them."""
    return separator.join(texts)


def starts(_row: Row, text: str, start: str) -> Value:
    """Tell whether the text starts so."""
    return text.startswith(start)


def capital(_row: Row, text: str) -> Value:
    """Return the text in capital letters."""
    return text.upper()


def small(_row: Row, text: str) -> Value:
    """Return the text in small letters."""
    return text.lower()


_SECTION: Final = "string-functions"
_STRING, _INTEGER, _BOOLEAN = ValueType.STRING, ValueType.INTEGER, ValueType.BOOLEAN
_TEXT = Parameter("text")
_SEARCH = Parameter("search")
_MATCH = Parameter("match")
_REPLACEMENT = Parameter("replacement")
_START = Parameter("start", _INTEGER)
_END = Parameter("end", _INTEGER)

_UPPER: Final = N_("The text in capital letters.")
_LOWER: Final = N_("The text in small letters.")
_PART: Final = N_("The characters from start, counted from 0, to before end.")
_BEFORE: Final = N_("What stands before the first occurrence of the search.")
_AFTER: Final = N_("What stands behind the first occurrence of the search.")
_LENGTH: Final = N_("The number of characters.")
_BARE: Final = N_("The text without spaces.")
_REPLACED: Final = N_("The text with every occurrence of the match replaced.")
_FIRST: Final = N_("The text with the first occurrence of the match replaced.")
_CONTAINS: Final = N_("Whether the search occurs in the text.")


def _function(name: str, parameters: tuple[Parameter, ...], result: ValueType, run: Run, about: str) -> Function:
    return Function(name, Claims.STATEMENTS, _SECTION, parameters, result=result, run=run, about=about)


def _bare(name: str, parameters: tuple[Parameter, ...], run: Run, about: str) -> Function:
    return Function(
        name, Claims.STATEMENTS, _SECTION, parameters, result=_STRING, run=run, about=about, deprecated=True
    )


def _method(name: str, parameters: tuple[Parameter, ...], result: ValueType, run: Run, about: str) -> Function:
    return Function(name, Claims.FEDERATED, _SECTION, parameters, result=result, run=run, about=about, receiver=_STRING)


TEXT_FUNCTIONS: Final = (
    _function("String.append", (_TEXT, Parameter("suffix")), _STRING, appended, N_("The text and the suffix.")),
    _function(
        "String.join",
        (Parameter("separator"), Parameter("texts", many=1)),
        _STRING,
        joined,
        N_("The texts with the separator between them."),
    ),
    _function("String.len", (_TEXT,), _INTEGER, length, _LENGTH),
    _function("String.removeSpaces", (_TEXT,), _STRING, without_spaces, _BARE),
    _function("String.replace", (_TEXT, _MATCH, _REPLACEMENT), _STRING, replaced, _REPLACED),
    _function("String.replaceFirst", (_TEXT, _MATCH, _REPLACEMENT), _STRING, first_replaced, _FIRST),
    _function("String.startsWith", (_TEXT, Parameter("start")), _BOOLEAN, starts, N_("Whether the text starts so.")),
    _function("String.stringContains", (_TEXT, _SEARCH), _BOOLEAN, contains, _CONTAINS),
    _function(
        "String.stringSwitch",
        (_TEXT, Parameter("default"), Parameter("key, value", many=2)),
        _STRING,
        switched,
        N_("The value of the first key that occurs in the text, the default where none does."),
    ),
    _function("String.substring", (_TEXT, _START, _END), _STRING, part, _PART),
    _function("String.substringAfter", (_TEXT, _SEARCH), _STRING, after, _AFTER),
    _function("String.substringBefore", (_TEXT, _SEARCH), _STRING, before, _BEFORE),
    _function("String.toUpperCase", (_TEXT,), _STRING, capital, _UPPER),
    _function("String.toLowerCase", (_TEXT,), _STRING, small, _LOWER),
    _bare("toUpperCase", (_TEXT,), capital, _UPPER),
    _bare("toLowerCase", (_TEXT,), small, _LOWER),
    _bare("substringBefore", (_TEXT, _SEARCH), before, _BEFORE),
    _bare("substringAfter", (_TEXT, _SEARCH), after, _AFTER),
    _bare("substring", (_TEXT, _START, _END), part, _PART),
    _method(".toUpperCase", (), _STRING, capital, _UPPER),
    _method(".toLowerCase", (), _STRING, small, _LOWER),
    _method(".substring", (_START, Parameter("end", _INTEGER, optional=True)), _STRING, part, _PART),
    _method(".replace", (_MATCH, _REPLACEMENT), _STRING, replaced, _REPLACED),
    _method(".replaceFirst", (_MATCH, _REPLACEMENT), _STRING, first_replaced, _FIRST),
    _method(".length", (), _INTEGER, length, _LENGTH),
    _method(".removeSpaces", (), _STRING, without_spaces, _BARE),
    _method(".contains", (_SEARCH,), _BOOLEAN, contains, _CONTAINS),
    _method(".substringBefore", (_SEARCH,), _STRING, before, _BEFORE),
    _method(".substringAfter", (_SEARCH,), _STRING, after, _AFTER),
)
"""Every function of text, in the order of Okta's pages."""
