"""Reads each tag's expression once for all the rules; a text that is none is told, not raised."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wizard.okta import expression as language
from wizard.okta.base_attributes import BASE_NAMES
from wizard.okta.expression.dialect import is_attribute
from wizard.okta.expression.fault import ExpressionError
from wizard.okta.expression.node import ArrayLiteral, Binary, Conditional, Elvis, Literal, Node, StaticText
from wizard.okta.expression.parser import Expression, parsed
from wizard.okta.expression.reference import Reference, references
from wizard.okta.expression.value_type import ValueType
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Plan, Tag

if TYPE_CHECKING:
    from wizard.okta.expression.problem import Problem


class Reading:
    """An expression that could be read, and what the rules ask of it.

    Attributes:
        expression: itself. references: what it reads, in the order of the text.
        names: of what it reads, each once. attributes: the profile attributes among that, each once.
        constants: the texts that it puts into its value as they stand: parts of a sum, results, defaults.
        problems: what its names, types and dialect have wrong. type: of its value, as far as the names tell.
    """

    __slots__ = ("attributes", "constants", "expression", "names", "problems", "references", "type")

    def __init__(self, expression: Expression) -> None:
        self.expression: Final = expression
        self.references: Final[tuple[Reference, ...]] = references(expression)
        self.names: Final = tuple(dict.fromkeys(map(str, self.references)))
        own = (found.attribute for found in self.references if is_attribute(found, expression.claims))
        self.attributes: Final = tuple(dict.fromkeys(own))
        self.constants: Final = tuple(_constants(expression.root))
        plain = bool(self.attributes) and self.names[0] == expression.text
        # What merely reads an attribute has no problems; to load the judge of expressions for it would slow the start.
        self.problems: Final[tuple[Problem, ...]] = () if plain else language.problems(expression)
        self.type: Final[ValueType] = _attribute_type(self.attributes[0]) if plain else language.result_type(expression)


def _attribute_type(name: str) -> ValueType:
    return ValueType.STRING if name in BASE_NAMES else ValueType.UNKNOWN


@lru_cache(maxsize=4096)
def read(text: str, claims: Claims) -> Reading | ExpressionError:
    """Return the reading of a text, or what is wrong with it."""
    try:
        return Reading(parsed(text, claims))
    except ExpressionError as error:
        return error


@remembered(4)
def readings(plan: Plan) -> tuple[tuple[int, Tag, Reading], ...]:
    """Return the tags whose value can be read: the place of each, the tag, the reading."""
    found = ((index, tag, read(tag.value, plan.okta.claims)) for index, tag in enumerate(plan.tags))
    return tuple((index, tag, reading) for index, tag, reading in found if isinstance(reading, Reading))


def constant_text(node: Node) -> str | None:
    """Return the text that a part of an expression is, None where it is more, or no text."""
    return node.value if isinstance(node, (Literal, StaticText)) and isinstance(node.value, str) else None


def _constants(node: Node) -> Iterator[str]:
    text = constant_text(node)
    if text is not None:
        yield text
    elif isinstance(node, Conditional):
        yield from (*_constants(node.value), *_constants(node.other))
    elif isinstance(node, (Elvis, ArrayLiteral)) or (isinstance(node, Binary) and node.operator == "+"):
        yield from (part for child in node.children() for part in _constants(child))
