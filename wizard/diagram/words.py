"""The diagram in words: every node in a line, and the way of every tag; for whoever does not see the picture."""

from collections.abc import Callable, Iterator

from wizard.diagram.model import Diagram, Node, Stage
from wizard.language import N_, Words
from wizard.okta.expression.message import filled
from wizard.saml.judgement import Measurement

Shown = Callable[[str], str]
"""Writes a text of the plan so that it can stand in a line: code in Markdown, one line on a screen."""


def node_words(node: Node, words: Words, shown: Shown) -> tuple[str, ...]:
    """Return what a node says, a line each: its name, its value, what is said of it; not what is wrong with it."""
    parts = (node.name, node.value)
    return (*(shown(part) for part in parts if part), *(_text(said, words, shown) for said in node.words))


def fault_words(node: Node, words: Words) -> tuple[str, ...]:
    """Return what is wrong with a node, a sentence each."""
    return tuple(filled(fault.said.template, fault.said.values, words) for fault in node.faults)


def ways(diagram: Diagram, words: Words, shown: Shown) -> Iterator[str]:
    """Yield the way of each tag in one line: profile attributes, expression, SAML attribute, tag, grants, services."""
    for node in diagram.of(Stage.SAML):
        read = ", ".join(shown(each.name) for each in diagram.before(node))
        yield " → ".join([*([read] if read else []), shown(node.value), *_onwards(diagram, node, words, shown)])


def _onwards(diagram: Diagram, node: Node, words: Words, shown: Shown) -> Iterator[str]:
    yield shown(node.name)
    (tag,) = diagram.after(node)
    yield shown(tag.name)
    reached = [_grant(diagram, condition, words, shown) for condition in diagram.after(tag)]
    yield "; ".join(reached) or words(N_("no grant matches on it"))


def _grant(diagram: Diagram, condition: Node, words: Words, shown: Shown) -> str:
    (resource,) = diagram.after(condition)
    told = words(N_("{grant}: resources of {services} with the same tag"))
    services = shown(resource.name) if resource.name else words(N_("no service"))
    return told.format(grant=shown(condition.name), services=services)


def _text(said: Measurement, words: Words, shown: Shown) -> str:
    values = {name: shown(value) if isinstance(value, str) else value for name, value in said.values.items()}
    return words(said.template).format(**values)
