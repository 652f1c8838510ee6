"""A YAML document as light nodes that know their place, in bounded time and memory.

Only the events of the parser are used: nothing is constructed, so no tag can run anything. Aliases are followed
and counted as what they stand for; merge keys, tags and a second document are refused.
"""

from collections.abc import Iterable
from typing import Any, Final

import yaml

from wizard.language import _
from wizard.plan.error import PlanError, Problem, shown

MOST_NODES: Final = 50_000
"""Scalars, lists and mappings of a plan, aliases counted in full; the largest legal plan has about 5,000."""

DEEPEST: Final = 20
"""Lists and mappings within one another; the format needs 6."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """A part of the document, and its place, counted from 1.

    Attributes:
        size: nodes in it and itself.
        depth: lists and mappings within one another, itself included.
    """

    __slots__ = ("column", "depth", "line", "size")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.size = 1
        self.depth = 0


class ScalarNode(Node):
    """A scalar; `plain` when it stands without quotes and may so be more than text."""

    __slots__ = ("plain", "text")

    def __init__(self, line: int, column: int, *, text: str, plain: bool) -> None:
        super().__init__(line, column)
        self.text = text
        self.plain = plain


class ListNode(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: tuple[Node, ...] = ()


class MapNode(Node):
    """A mapping: its keys and values in the order of the document, repeated keys included."""

    __slots__ = ("pairs",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.pairs: tuple[tuple[Node, Node], ...] = ()


class _Builder:
    """Makes nodes of events; `open` holds the lists and mappings not yet ended, with their children so far."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[tuple[Node, str | None, list[Node]]] = []
        self.anchors: dict[str, Node | None] = {}
        self.nodes = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                line, column = _place(event)
                self._add(ScalarNode(line, column, text=event.value, plain=not event.style), event.anchor, event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_tag(event)
                self._begin(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end(event)
            case yaml.AliasEvent():
                self._add(self._anchored(event), None, event)
            case yaml.DocumentStartEvent() if self.root is not None:
                raise _refused(event, _("A second document begins here; a plan is one document"))

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            tag = shown(event.tag.replace("tag:yaml.org,2002:", "!!", 1))
            raise _refused(event, _("The tag {tag} has no place in a plan; remove it").format(tag=tag))

    def _begin(self, event: Any) -> None:
        kind = ListNode if isinstance(event, yaml.SequenceStartEvent) else MapNode
        self.open.append((kind(*_place(event)), event.anchor, []))
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if len(self.open) > DEEPEST:
            raise _too_deep(event)

    def _end(self, event: Any) -> None:
        node, anchor, children = self.open.pop()
        node.size = 1 + sum(child.size for child in children)
        node.depth = 1 + max((child.depth for child in children), default=0)
        if isinstance(node, ListNode):
            node.items = tuple(children)
        elif isinstance(node, MapNode):
            node.pairs = tuple(zip(children[::2], children[1::2], strict=True))
        self.nodes -= node.size - 1
        self._add(node, anchor, event)

    def _anchored(self, event: Any) -> Node:
        if event.anchor not in self.anchors:
            raise _refused(event, _("Nothing above has the anchor {name}").format(name=shown(event.anchor)))
        node = self.anchors[event.anchor]
        if node is None:
            raise _refused(event, _("The alias {name} stands within itself").format(name=shown(event.anchor)))
        return node

    def _add(self, node: Node, anchor: str | None, event: Any) -> None:
        if anchor is not None:
            self.anchors[anchor] = node
        if len(self.open) + node.depth > DEEPEST:
            raise _too_deep(event)
        self.nodes += node.size
        if self.nodes > MOST_NODES:
            message = _("Up to here the plan has more than {limit} values, aliases counted in full; that is too many")
            raise _refused(event, message.format(limit=f"{MOST_NODES:,}"))
        if self.open:
            self.open[-1][2].append(node)
        else:
            self.root = node


def parsed_document(text: str) -> Node:
    """Return the one document of a YAML text; PlanError where it has none or cannot be read safely."""
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _syntax(error, text) from None
    if builder.root is None:
        raise PlanError([Problem(1, 1, "", _("The file holds no plan; a plan begins with the line version: 1"))])
    return builder.root


def _events(text: str) -> Iterable[Any]:
    return yaml.parse(text, Loader=_LOADER)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _refused(event: Any, message: str) -> PlanError:
    return PlanError([Problem(*_place(event), "", message)])


def _too_deep(event: Any) -> PlanError:
    message = _("Lists and mappings stand more than {limit} deep within one another; a plan needs 6")
    return _refused(event, message.format(limit=DEEPEST))


def _syntax(error: yaml.YAMLError, text: str) -> PlanError:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return PlanError([Problem(1, 1, "", _reason(str(error)))])
    if text[mark.index : mark.index + 1] == "\t":
        message = _("A tab stands here; indent with spaces")
    else:
        message = _reason(" ".join(filter(None, (error.context, error.problem))))
    return PlanError([Problem(mark.line + 1, mark.column + 1, "", message)])


def _reason(problem: str) -> str:
    """Return a sentence for what the parser says; its own words where it is none of the usual mistakes."""
    for fragment, sentence in _mistakes():
        if fragment in problem:
            return sentence
    return _("YAML cannot be read here: {problem}").format(problem=problem)


def _mistakes() -> tuple[tuple[str, str], ...]:
    return (
        ("found a tab character", _("A tab stands here; indent with spaces")),
        ("mapping values are not allowed", _("A colon stands in a value here; put the value in quotes, or indent it")),
        ("could not find expected ':'", _("A key and its colon are expected here")),
        ("that cannot start any token", _("No value may begin with this character; put the value in quotes")),
        (
            "scanning a quoted scalar",
            _("A quoted text is not ended properly; look for the missing quote or the escape"),
        ),
        (
            "scanning a double-quoted",
            _("A quoted text is not ended properly; look for the missing quote or the escape"),
        ),
        ("parsing a flow sequence", _("A list in brackets lacks a comma or its closing bracket")),
        ("parsing a flow mapping", _("A mapping in braces lacks a comma or its closing brace")),
        ("parsing a block mapping", _("The indentation does not fit, or a value goes on after its closing quote")),
        ("parsing a block collection", _("The indentation does not fit the list above")),
        ("block sequence entries are not allowed", _("A list entry cannot stand here; begin it on its own line")),
        ("did not find expected node content", _("A value is expected here")),
        ("did not find expected <document start>", _("The text goes on after the end of the plan")),
        ("undefined tag handle", _("Tags have no place in a plan; remove it")),
    )
