"""Splits the text of an expression into tokens, and says which quote or bracket is not closed.

Source: https://developer.okta.com/docs/reference/okta-expression-language/ and, for what it leaves to Spring's
expression language (a quotation mark is doubled inside quotes, a backslash is an ordinary character; Okta's
own examples end a string in one), https://docs.spring.io/spring-framework/reference/core/expressions.html
"""

import re
from typing import Final, NoReturn

from wizard.language import N_
from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.message import Quoted

MAX_LENGTH: Final = 10_000
"""The longest text that is read, in characters. Okta's rows hold 1,024; a longer one still gets its finding."""

NAME: Final = 1
NUMBER: Final = 2
STRING: Final = 3
OPERATOR: Final = 4
_STRANGE: Final = 5
END: Final = 6

_TOKEN: Final = re.compile(
    r"""([A-Za-z_$][\w$]*)
    |(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |("[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*')
    |(\?:|!\[|==|!=|<=|>=|&&|\|\||[-+*/%!<>?:.,()\[\]{}])
    |(\S)""",
    re.ASCII | re.VERBOSE,
)
_CLOSING: Final = {"(": ")", "[": "]", "![": "]", "{": "}"}
_CLOSERS: Final = frozenset(")]}")
_TYPOGRAPHIC: Final = frozenset("“”„‟‘’‚«»`´")


class Tokens:
    """The tokens of a text as three lists of one length, the last entry being the end.

    Attributes:
        kinds: NAME, NUMBER, STRING, OPERATOR, END. texts: as they stand, strings with their quotes.
        columns: of the first character, from 1.
    """

    __slots__ = ("columns", "kinds", "texts")

    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH:
            raise ExpressionError(
                N_("The expression has {count} characters; the longest that is read has {limit}."),
                MAX_LENGTH + 1,
                count=len(text),
                limit=MAX_LENGTH,
            )
        self.kinds: list[int] = []
        self.texts: list[str] = []
        self.columns: list[int] = []
        self._split(text)
        self.kinds.append(END)
        self.texts.append("")
        self.columns.append(len(text.rstrip()) + 1)

    def _split(self, text: str) -> None:
        kinds, texts, columns = self.kinds, self.texts, self.columns
        opened: list[tuple[str, int]] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastindex or _STRANGE
            word = match[0]
            column = match.start() + 1
            if kind >= OPERATOR:
                if word in _CLOSING:
                    opened.append((word, column))
                elif word in _CLOSERS:
                    _close(opened, word, column)
                elif kind == _STRANGE:
                    _refuse(word, column)
            kinds.append(kind)
            texts.append(word)
            columns.append(column)
        if opened:
            bracket, column = opened[-1]
            raise ExpressionError(
                N_("{bracket} is not closed; {closing} is missing."),
                column,
                expected=_CLOSING[bracket],
                bracket=Quoted(bracket),
                closing=Quoted(_CLOSING[bracket]),
            )


def _close(opened: list[tuple[str, int]], closer: str, column: int) -> None:
    if not opened:
        raise ExpressionError(N_("{closer} closes nothing; take it out."), column, closer=Quoted(closer))
    bracket, place = opened.pop()
    if _CLOSING[bracket] != closer:
        raise ExpressionError(
            N_("{bracket} is not closed; {closing} is missing before {closer} at column {place}."),
            place,
            expected=_CLOSING[bracket],
            bracket=Quoted(bracket),
            closing=Quoted(_CLOSING[bracket]),
            closer=Quoted(closer),
            place=column,
        )


def _refuse(character: str, column: int) -> NoReturn:
    if character in "\"'":
        raise ExpressionError(
            N_("The quotation mark {mark} is not closed."), column, expected=character, mark=character
        )
    if character in _TYPOGRAPHIC:
        raise ExpressionError(
            N_("The quotation mark {mark} is typographic; Okta knows \" and '."),
            column,
            expected='"',
            mark=character,
        )
    if character == "=":
        raise ExpressionError(N_("Okta has no assignment; write == to compare."), column, expected="==")
    if character in "&|":
        raise ExpressionError(
            N_("{character} stands alone; write {double}, or put text in quotation marks."),
            column,
            expected=character * 2,
            character=Quoted(character),
            double=character * 2,
        )
    raise ExpressionError(
        N_("{character} has no meaning in an expression; put text in quotation marks."),
        column,
        character=Quoted(character) if character.isprintable() else f"U+{ord(character):04X}",
    )
