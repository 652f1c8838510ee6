"""The diagram as a Mermaid flowchart, which GitHub, GitLab and other readers of Markdown draw."""

from collections.abc import Iterator
from typing import Final

from wizard.diagram.model import Diagram, Mark, Node, Stage
from wizard.diagram.words import fault_words, node_words
from wizard.language import Words
from wizard.quoting.mermaid_text import label
from wizard.quoting.wording import seen

MOST_EDGES: Final = 400
MOST_CHARACTERS: Final = 40_000
"""A reader draws at most 500 edges and 50,000 characters unless it is told otherwise; ``maxEdges`` and ``maxTextSize``
of https://mermaid.js.org/config/schema-docs/config.html, read 2026-11-24. Less is written, as readers add their own."""

_SIGNS: Final = {Mark.BROKEN: "✕", Mark.LOOSE: "!"}
_STYLES: Final = (
    "  classDef broken stroke-width:3px,stroke-dasharray:6 3",
    "  classDef loose stroke-dasharray:6 3",
)


def mermaid(diagram: Diagram, words: Words) -> str | None:
    """Return the flowchart, from left to right, ending in a line end; None where it is too large to be drawn."""
    if len(diagram.edges) > MOST_EDGES:
        return None
    text = "\n".join(_lines(diagram, words)) + "\n"
    return text if len(text) <= MOST_CHARACTERS else None


def _lines(diagram: Diagram, words: Words) -> Iterator[str]:
    yield "flowchart LR"
    for number, stage in enumerate(Stage):
        nodes = diagram.of(stage)
        if nodes:
            yield f"  subgraph stage{number}[{label([words(stage.value)])}]"
            yield from (f"    {node.id}[{label(_label(node, words))}]" for node in nodes)
            yield "  end"
    yield from (f"  {edge.source} {'-.-x' if edge.broken else '-->'} {edge.target}" for edge in diagram.edges)
    yield from _STYLES
    for name, mark in (("broken", True), ("loose", False)):
        marked = [node.id for node in diagram.nodes if node.faults and node.broken is mark]
        if marked:
            yield f"  class {','.join(marked)} {name}"


def _label(node: Node, words: Words) -> Iterator[str]:
    yield from node_words(node, words, seen)
    for fault, text in zip(node.faults, fault_words(node, words), strict=True):
        yield f"{_SIGNS[fault.mark]} {seen(text, 120)}"
