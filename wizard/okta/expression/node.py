"""The tree of an expression: plain nodes that know their column and how deep they reach.

Two nodes are equal when they mean the same, wherever they stand. The classes are written out with slots, not as
dataclasses: a rule parses expressions at every key press, and ``check`` must start fast.
"""

from typing import TypeAlias

Constant: TypeAlias = str | int | float | bool | None


class Node:
    """A part of an expression.

    Attributes:
        column: where a message about it points, the first character of the text being 1.
        depth: 1 for a leaf, else one more than the deepest child's.
    """

    __slots__ = ("column", "depth")
    column: int
    depth: int

    def __init__(self, column: int, children: "tuple[Node, ...]" = ()) -> None:
        self.column = column
        deepest = 0
        for child in children:
            deepest = max(deepest, child.depth)
        self.depth = deepest + 1

    def key(self) -> tuple[object, ...]:
        """Return what the node means, without its place; its parts, unless a kind says more."""
        return self.children()

    def children(self) -> "tuple[Node, ...]":
        """Return the parts, in the order of the text."""
        return ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and type(self) is type(other) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.key()!r}"


class Literal(Node):
    """A text, a number, ``true``, ``false`` or ``null``."""

    __slots__ = ("value",)

    def __init__(self, column: int, value: Constant) -> None:
        self.column = column
        self.depth = 1
        self.value = value

    def key(self) -> tuple[object, ...]:
        """Return the value and its type: 1, 1.0 and true are three constants."""
        return (type(self.value).__name__, self.value)


class StaticText(Node):
    """Text without quotes that stands for itself; an attribute row of the classic kind may hold it."""

    __slots__ = ("value",)

    def __init__(self, column: int, value: str) -> None:
        self.column = column
        self.depth = 1
        self.value = value

    def key(self) -> tuple[object, ...]:
        """Return the text."""
        return (self.value,)


class Name(Node):
    """A word that stands first: ``user``, ``String``, ``firstName``."""

    __slots__ = ("name",)

    def __init__(self, column: int, name: str) -> None:
        self.column = column
        self.depth = 1
        self.name = name

    def key(self) -> tuple[object, ...]:
        """Return the word."""
        return (self.name,)


class Member(Node):
    """A member of what stands before the dot: ``user.team``; its column is that of the whole."""

    __slots__ = ("name", "target")

    def __init__(self, column: int, target: Node, name: str) -> None:
        self.column = column
        self.depth = target.depth + 1
        self.target = target
        self.name = name

    def key(self) -> tuple[object, ...]:
        """Return the target and the member's name."""
        return (self.target, self.name)

    def children(self) -> tuple[Node, ...]:
        """Return the target."""
        return (self.target,)


class Call(Node):
    """A function with its arguments: ``f(x)``, ``String.len(x)``, ``x.length()``.

    Attributes:
        target: what stands before the dot, None for a bare function.
        at: the column of the function's name.
    """

    __slots__ = ("arguments", "at", "name", "target")

    def __init__(self, column: int, target: Node | None, name: str, arguments: tuple[Node, ...], at: int) -> None:
        super().__init__(column, arguments if target is None else (target, *arguments))
        self.target = target
        self.name = name
        self.arguments = arguments
        self.at = at

    def key(self) -> tuple[object, ...]:
        """Return the target, the name and the arguments."""
        return (self.target, self.name, self.arguments)

    def children(self) -> tuple[Node, ...]:
        """Return the target, where there is one, and the arguments."""
        return self.arguments if self.target is None else (self.target, *self.arguments)


class Index(Node):
    """A member of an array by its position, from 0: ``user.teams[0]``."""

    __slots__ = ("position", "target")

    def __init__(self, column: int, target: Node, position: Node) -> None:
        super().__init__(column, (target, position))
        self.target = target
        self.position = position

    def children(self) -> tuple[Node, ...]:
        """Return the target and the position."""
        return (self.target, self.position)


class Projection(Node):
    """An expression applied to each member of an array: ``user.getGroups(...).![name]``."""

    __slots__ = ("body", "target")

    def __init__(self, column: int, target: Node, body: Node) -> None:
        super().__init__(column, (target, body))
        self.target = target
        self.body = body

    def children(self) -> tuple[Node, ...]:
        """Return the target and what is taken of each member."""
        return (self.target, self.body)


class ArrayLiteral(Node):
    """An array in braces: ``{"team", "project"}``."""

    __slots__ = ("items",)

    def __init__(self, column: int, items: tuple[Node, ...]) -> None:
        super().__init__(column, items)
        self.items = items

    def children(self) -> tuple[Node, ...]:
        """Return the members."""
        return self.items


class MapLiteral(Node):
    """Pairs in braces, as the group functions take them: ``{'group.type': 'APP_GROUP'}``."""

    __slots__ = ("pairs",)

    def __init__(self, column: int, pairs: tuple[tuple[Node, Node], ...]) -> None:
        super().__init__(column, tuple(node for pair in pairs for node in pair))
        self.pairs = pairs

    def key(self) -> tuple[object, ...]:
        """Return the pairs."""
        return self.pairs

    def children(self) -> tuple[Node, ...]:
        """Return keys and values, in turn."""
        return tuple(node for pair in self.pairs for node in pair)


class Unary(Node):
    """``!x``, ``-x`` or ``+x``."""

    __slots__ = ("operand", "operator")

    def __init__(self, column: int, operator: str, operand: Node) -> None:
        self.column = column
        self.depth = operand.depth + 1
        self.operator = operator
        self.operand = operand

    def key(self) -> tuple[object, ...]:
        """Return the operator and what it stands before."""
        return (self.operator, self.operand)

    def children(self) -> tuple[Node, ...]:
        """Return what the operator stands before."""
        return (self.operand,)


class Binary(Node):
    """An operator between operands; a chain of ``+``, AND or OR is one node with many.

    Attributes:
        operator: in one spelling for both dialects: ``&&`` for AND, ``||`` for OR.
        spelling: as it stands in the text.
    """

    __slots__ = ("operands", "operator", "spelling")

    def __init__(self, column: int, operator: str, operands: tuple[Node, ...], spelling: str) -> None:
        super().__init__(column, operands)
        self.operator = operator
        self.operands = operands
        self.spelling = spelling

    def key(self) -> tuple[object, ...]:
        """Return the operator and the operands."""
        return (self.operator, self.operands)

    def children(self) -> tuple[Node, ...]:
        """Return the operands."""
        return self.operands


class Conditional(Node):
    """``condition ? value : other``."""

    __slots__ = ("condition", "other", "value")

    def __init__(self, column: int, condition: Node, value: Node, other: Node) -> None:
        super().__init__(column, (condition, value, other))
        self.condition = condition
        self.value = value
        self.other = other

    def children(self) -> tuple[Node, ...]:
        """Return the condition and both values."""
        return (self.condition, self.value, self.other)


class Elvis(Node):
    """``value ?: default``: the default where the value is null or empty text."""

    __slots__ = ("default", "value")

    def __init__(self, column: int, value: Node, default: Node) -> None:
        super().__init__(column, (value, default))
        self.value = value
        self.default = default

    def children(self) -> tuple[Node, ...]:
        """Return the value and its default."""
        return (self.value, self.default)
