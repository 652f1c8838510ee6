"""The attributes that an expression reads."""

from collections.abc import Iterator
from typing import NamedTuple

from wizard.okta.expression.node import Call, Member, Name, Node, Projection
from wizard.okta.expression.parser import Expression


class Reference(NamedTuple):
    """An attribute that an expression reads.

    Attributes:
        root: where it is read from: ``user``, ``user.profile``, ``appuser``, the name of an app; empty for a word
            that stands alone, which no attribute row can resolve.
        attribute: its name; the further steps with dots: ``profile.platform`` of ``device``.
        column: where the reference begins in the text, from 1.
    """

    root: str
    attribute: str
    column: int

    def __str__(self) -> str:
        return f"{self.root}.{self.attribute}" if self.root else self.attribute


def references(expression: Expression) -> tuple[Reference, ...]:
    """Return what the expression reads, in the order of the text, each as often as it stands there.

    What a projection takes of the members (``.![name]``) is no attribute of the person and is left out.
    """
    return tuple(_found(expression.root))


def steps(node: Node) -> tuple[str, ...]:
    """Return the words of a dotted path, empty where the node is none: user, profile, team."""
    if isinstance(node, Name):
        return (node.name,)
    if isinstance(node, Member):
        before = steps(node.target)
        return (*before, node.name) if before else ()
    return ()


def reference(node: Node) -> Reference | None:
    """Return the reference that a dotted path is, None where the node is no dotted path."""
    words = steps(node)
    if not words:
        return None
    if len(words) == 1:
        return Reference("", words[0], node.column)
    width = 2 if words[:2] == ("user", "profile") and len(words) > 2 else 1
    return Reference(".".join(words[:width]), ".".join(words[width:]), node.column)


def _found(node: Node) -> Iterator[Reference]:
    own = reference(node)
    if own is not None:
        yield own
    elif isinstance(node, Projection):
        yield from _found(node.target)
    elif isinstance(node, Call) and isinstance(node.target, Name):
        for argument in node.arguments:
            yield from _found(argument)
    else:
        for child in node.children():
            yield from _found(child)
