"""The diagram as a Mermaid flowchart: every node and edge, and nothing of the plan's texts becomes markup."""

import re

import pytest

from tests import named
from wizard.diagram.flow import diagram
from wizard.diagram.mermaid import mermaid
from wizard.frozen import replace
from wizard.plan.edit import inserted
from wizard.plan.model import Grant, Person, Plan, Tag

PLAN = named.plan("team-project")
NODE = re.compile(r'    (?P<id>[a-z]+\d*)\["(?P<label>(?:[^"#]|#\d+;)*)"\]')


@pytest.mark.parametrize("name", named.PLANS)
def test_every_line_has_its_form(name: str) -> None:
    """A label holds no quote and no number sign but of a code, whatever the plan's texts are."""
    plan = named.plan(name)
    for person in (None, *plan.people[:2]):
        found = diagram(plan, person)
        text = mermaid(found, str)
        assert text is not None
        nodes = [match["id"] for line in text.splitlines() if (match := NODE.fullmatch(line))]
        assert sorted(nodes) == sorted(node.id for node in found.nodes)
        edges = [line for line in text.splitlines() if " --> " in line or " -.-x " in line]
        assert len(edges) == len(found.edges)


def test_what_is_broken_is_told_by_form_and_words() -> None:
    """A broken edge is another arrow; a broken node has a sign, the reason, and a line of its own form."""
    text = mermaid(diagram(PLAN, Person("ada@example.com", (("team", "R&D"), ("project", "x")))), str)
    assert text is not None
    assert "  tag0 -.-x condition0" in text
    assert "✕ Tag #34;team#34;#58;" in text
    assert "  class tag0 broken" in text


def test_what_is_too_large_to_be_drawn_is_left_out() -> None:
    """Fifty tags that as many grants match on are more edges than a reader draws."""
    plan = Plan(tags=tuple(Tag(f"t{number}", f"user.t{number}") for number in range(50)))
    keys = tuple(tag.key for tag in plan.tags)
    plan = replace(plan, access=tuple(Grant(f"g{number}", match=keys) for number in range(50)))
    assert mermaid(diagram(plan, None), str) is None
    long = inserted(PLAN, "tags", Tag("x", "user.x", allowed=("y",)))
    assert mermaid(diagram(long, None), lambda _text: "w" * 40_001) is None
