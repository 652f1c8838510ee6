"""Reads an expression of either dialect into a tree.

Precedence, loosest first: the conditional ``? :`` and the default ``?:``; OR; AND; comparisons, which do not chain;
``+ -``; ``* / %``; ``! -`` before an operand; members, calls, positions and projections behind one. That is the order
of Spring's expression language, of which Okta's are subsets
(https://docs.spring.io/spring-framework/reference/core/expressions/language-ref/operators.html).
"""

from functools import lru_cache
from typing import Final

from wizard.language import N_
from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.lexer import END, NAME, NUMBER, OPERATOR, STRING, Tokens
from wizard.okta.expression.message import Quoted
from wizard.okta.expression.node import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
    Constant,
    Elvis,
    Index,
    Literal,
    MapLiteral,
    Member,
    Name,
    Node,
    Projection,
    Unary,
)
from wizard.okta.expression.static_text import has_bare_name, may_be_static, static_text
from wizard.plan.model import Claims

MAX_DEPTH: Final = 100
"""How deep an expression may nest; no row of 1,024 characters needs a tenth of it."""

MAX_INTEGER: Final = 2**31 - 1
"""The largest integer. https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/"""

_OPERATORS: Final = {
    "||": (1, "||"),
    "OR": (1, "||"),
    "or": (1, "||"),
    "&&": (2, "&&"),
    "AND": (2, "&&"),
    "and": (2, "&&"),
    **{word: (3, word) for word in ("==", "!=", "<", ">", "<=", ">=", "matches")},
    "+": (4, "+"),
    "-": (4, "-"),
    **{word: (5, word) for word in ("*", "/", "%")},
}
_NO_OPERATOR: Final = (0, "")
_COMPARISON: Final = 3
_CHAINS: Final = frozenset({"+", "&&", "||"})
_CONSTANTS: Final[dict[str, Constant]] = {"true": True, "false": False, "null": None}


class Expression:
    """An expression that has been read.

    Attributes:
        text: as it was written. claims: whose dialect it is in. root: the top of its tree.
    """

    __slots__ = ("claims", "root", "text")

    def __init__(self, text: str, claims: Claims, root: Node) -> None:
        self.text = text
        self.claims = claims
        self.root = root

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.claims is other.claims and self.root == other.root

    def __hash__(self) -> int:
        return hash((self.claims, self.root))

    def __repr__(self) -> str:
        return f"Expression({self.text!r}, {self.claims!s})"


@lru_cache(maxsize=4096)
def parsed(text: str, claims: Claims) -> Expression:
    """Return the expression that `text` is in the dialect of `claims`; ExpressionError where it is none.

    An attribute row of the classic kind may hold text without quotes; it becomes one StaticText node. Okta documents
    that it may (https://support.okta.com/help/s/article/how-to-pass-static-constant-value-in-saml-attribute-statement),
    not how it tells it from an expression. Here it is static text when it has no quotes, brackets or operators of
    conditions, holds none of the words that begin a reference, and is otherwise no expression, or one in which a
    word stands alone.
    """
    try:
        root = _Parser(Tokens(text)).whole()
    except ExpressionError:
        if claims is Claims.STATEMENTS and may_be_static(text):
            root = static_text(text)
        else:
            raise
    else:
        if claims is Claims.STATEMENTS and may_be_static(text) and has_bare_name(root):
            root = static_text(text)
    return Expression(text, claims, root)


class _Parser:
    __slots__ = ("_columns", "_index", "_kinds", "_nesting", "_texts")

    def __init__(self, tokens: Tokens) -> None:
        self._kinds = tokens.kinds
        self._texts = tokens.texts
        self._columns = tokens.columns
        self._index = 0
        self._nesting = 0

    def whole(self) -> Node:
        if self._kinds[0] == END:
            raise ExpressionError(N_("The expression is empty."), 1, expected=N_("an expression"))
        node = self._expression()
        if self._kinds[self._index] != END:
            raise self._unexpected(N_("an operator or the end"))
        return node

    def _expression(self) -> Node:
        self._nesting += 1
        if self._nesting > MAX_DEPTH:
            raise self._too_deep(self._columns[self._index])
        node = self._operation(1)
        text = self._texts[self._index]
        if text == "?":
            node = self._conditional(node)
        elif text == "?:":
            column = self._columns[self._index]
            self._index += 1
            node = self._kept(Elvis(column, node, self._expression()))
        self._nesting -= 1
        return node

    def _conditional(self, condition: Node) -> Node:
        column = self._columns[self._index]
        self._index += 1
        value = self._expression()
        self._expect(":")
        return self._kept(Conditional(column, condition, value, self._expression()))

    def _operation(self, level: int) -> Node:
        node = self._unary()
        while True:
            spelling = self._texts[self._index]
            own, operator = _OPERATORS.get(spelling, _NO_OPERATOR)
            if own < level:
                return node
            column = self._columns[self._index]
            operands = [node]
            while self._texts[self._index] == spelling:
                self._index += 1
                operands.append(self._operation(own + 1))
                if operator not in _CHAINS:
                    break
            node = self._kept(Binary(column, operator, tuple(operands), spelling))
            if own == _COMPARISON and _OPERATORS.get(self._texts[self._index], _NO_OPERATOR)[0] == own:
                raise ExpressionError(
                    N_("Comparisons cannot be chained; put one in brackets, or join two with AND."),
                    self._columns[self._index],
                    expected=N_("AND, OR or the end"),
                )

    def _unary(self) -> Node:
        text = self._texts[self._index]
        if text in ("!", "-", "+"):
            column = self._columns[self._index]
            self._index += 1
            self._nesting += 1
            if self._nesting > MAX_DEPTH:
                raise self._too_deep(column)
            operand = self._unary()
            self._nesting -= 1
            return self._kept(Unary(column, text, operand))
        return self._followed(self._primary())

    def _followed(self, node: Node) -> Node:
        while self._kinds[self._index] == OPERATOR:
            text = self._texts[self._index]
            if text == ".":
                self._index += 1
                node = self._kept(self._member(node))
            elif text == "[":
                self._index += 1
                position = self._expression()
                self._expect("]")
                node = self._kept(Index(node.column, node, position))
            else:
                break
        return node

    def _member(self, target: Node) -> Node:
        if self._texts[self._index] == "![":
            self._index += 1
            body = self._expression()
            self._expect("]")
            return Projection(target.column, target, body)
        if self._kinds[self._index] != NAME:
            raise self._unexpected(N_("a name after the dot"))
        name = self._texts[self._index]
        at = self._columns[self._index]
        self._index += 1
        if self._texts[self._index] == "(":
            return Call(target.column, target, name, self._arguments(), at)
        return Member(target.column, target, name)

    def _primary(self) -> Node:
        kind = self._kinds[self._index]
        text = self._texts[self._index]
        column = self._columns[self._index]
        self._index += 1
        if kind == NAME:
            return self._word(text, column)
        if kind == STRING:
            return Literal(column, text[1:-1].replace(text[0] * 2, text[0]))
        if kind == NUMBER:
            return _number(text, column)
        if text == "(":
            node = self._expression()
            self._expect(")")
            return node
        if text == "{":
            return self._kept(self._braces(column))
        self._index -= 1
        raise self._unexpected(N_("a value"))

    def _word(self, text: str, column: int) -> Node:
        if self._texts[self._index] == "(":
            return self._kept(Call(column, None, text, self._arguments(), column))
        if text.lower() in _CONSTANTS:
            return Literal(column, _CONSTANTS[text.lower()])
        if text in _OPERATORS:
            self._index -= 1
            raise self._unexpected(N_("a value"))
        return Name(column, text)

    def _arguments(self) -> tuple[Node, ...]:
        self._index += 1
        arguments: list[Node] = []
        if self._texts[self._index] == ")":
            self._index += 1
            return ()
        while True:
            arguments.append(self._expression())
            if self._texts[self._index] != ",":
                self._expect(")")
                return tuple(arguments)
            self._index += 1

    def _braces(self, column: int) -> Node:
        if self._texts[self._index] == "}":
            self._index += 1
            return ArrayLiteral(column, ())
        first = self._expression()
        if self._texts[self._index] == ":":
            return self._pairs(column, first)
        items = [first]
        while self._texts[self._index] == ",":
            self._index += 1
            items.append(self._expression())
        self._expect("}")
        return ArrayLiteral(column, tuple(items))

    def _pairs(self, column: int, key: Node) -> Node:
        pairs: list[tuple[Node, Node]] = []
        while True:
            self._expect(":")
            pairs.append((key, self._expression()))
            if self._texts[self._index] != ",":
                self._expect("}")
                return MapLiteral(column, tuple(pairs))
            self._index += 1
            key = self._expression()

    def _expect(self, text: str) -> None:
        if self._texts[self._index] != text:
            raise self._unexpected(Quoted(text))
        self._index += 1

    def _kept(self, node: Node) -> Node:
        if node.depth > MAX_DEPTH:
            raise self._too_deep(node.column)
        return node

    def _too_deep(self, column: int) -> ExpressionError:
        return ExpressionError(N_("The expression nests deeper than {limit} levels."), column, limit=MAX_DEPTH)

    def _unexpected(self, expected: str) -> ExpressionError:
        column = self._columns[self._index]
        if self._kinds[self._index] == END:
            return ExpressionError(N_("The expression ends where {expected} is expected."), column, expected=expected)
        found = Quoted(self._texts[self._index])
        return ExpressionError(
            N_("{found} stands where {expected} is expected."), column, expected=expected, found=found
        )


def _number(text: str, column: int) -> Literal:
    value = int(text) if text.isdigit() and len(text) <= len(str(MAX_INTEGER)) else float(text)
    whole = text.isdigit()
    if (whole and value > MAX_INTEGER) or value == float("inf"):
        raise ExpressionError(N_("The number is too large; {limit} is the largest integer."), column, limit=MAX_INTEGER)
    return Literal(column, value)
