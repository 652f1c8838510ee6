"""What the diagram of the flow is made of: nodes in six stages, and edges between them."""

from collections.abc import Iterator
from enum import Enum, StrEnum
from functools import cached_property

from wizard.frozen import Frozen
from wizard.language import N_
from wizard.saml.judgement import Measurement


class Stage(Enum):
    """A stage of the flow, in its order; the value is its English title."""

    PROFILE = N_("Okta profile")
    ATTRIBUTE = N_("Attribute")
    SAML = N_("SAML")
    TAG = N_("Session tag")
    CONDITION = N_("Condition")
    RESOURCE = N_("Resource")


class Mark(StrEnum):
    """What is wrong with a node.

    BROKEN: nothing goes on from here. LOOSE: it leads nowhere, or what it comes to is not known.
    """

    BROKEN = "broken"
    LOOSE = "loose"


class Fault(Frozen):
    """What is wrong, and how."""

    mark: Mark
    said: Measurement


class Node(Frozen):
    """One thing that the flow passes.

    Attributes:
        id: short, unique in the diagram. name, value: texts of the plan; a value may be empty.
        words: what stands there in words where the plan has no text for it, or beside it.
        path: its place in the plan.
    """

    id: str
    stage: Stage
    name: str
    value: str
    path: str
    words: tuple[Measurement, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether nothing goes on from here."""
        return any(fault.mark is Mark.BROKEN for fault in self.faults)


class Edge(Frozen):
    """A way from one node to another, by their ids; `broken` where nothing gets along it."""

    source: str
    target: str
    broken: bool = False


class Diagram(Frozen):
    """The flow of a plan.

    Attributes:
        person: login of the person whose values it shows; empty where it shows the way of everybody's.
        refusals: why this person cannot sign in; mostly none.
    """

    person: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    refusals: tuple[Measurement, ...] = ()

    def of(self, stage: Stage) -> tuple[Node, ...]:
        """Return the nodes of one stage, in plan order."""
        return tuple(node for node in self.nodes if node.stage is stage)

    def after(self, node: Node) -> Iterator[Node]:
        """Yield the nodes that one leads to."""
        yield from (self._by_id[edge.target] for edge in self._edges_from.get(node.id, ()))

    def before(self, node: Node) -> Iterator[Node]:
        """Yield the nodes that lead to one."""
        yield from (self._by_id[edge.source] for edge in self._edges_to.get(node.id, ()))

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _edges_from(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.source, []).append(edge)
        return found

    @cached_property
    def _edges_to(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.target, []).append(edge)
        return found
