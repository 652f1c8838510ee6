"""Hypothesis strategies for expressions: trees of either dialect, and texts that are nearly expressions."""

from hypothesis import strategies as st

from wizard.okta.expression import documented_functions
from wizard.okta.expression.node import (
    ArrayLiteral,
    Binary,
    Call,
    Conditional,
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
from wizard.okta.expression.rebuilt import function, method
from wizard.plan.model import Claims

NAMES = st.sampled_from(["user", "profile", "team", "teams", "city", "level", "boss", "appuser", "String", "a", "id"])
CONSTANTS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 2**31 - 1),
    st.floats(0, 1e300, allow_nan=False),
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from(["", "a,b", "2024-02-29", "US", "12", "yyyy", ".*", "group.name", "1438363117979"]),
)
CHAINS = ("+", "&&", "||")
PAIRS = ("==", "!=", "<", ">", "<=", ">=", "matches", "-", "*", "/", "%")


def leaves(claims: Claims) -> st.SearchStrategy[Node]:
    """Return constants and references, mostly ones that the person has."""
    root = Name(1, "user") if claims is Claims.STATEMENTS else Member(1, Name(1, "user"), "profile")
    own = st.sampled_from(["team", "teams", "level", "boss", "share", "none", "city", "missing"])
    return st.one_of(
        CONSTANTS.map(lambda value: Literal(1, value)),
        own.map(lambda name: Member(1, root, name)),
        st.tuples(NAMES, NAMES).map(lambda names: Member(1, Name(1, names[0]), names[1])),
    )


def _calls(claims: Claims, inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Return calls of the dialect's functions, mostly with a number of arguments that they take."""

    def call(choice: tuple[object, Node, list[Node]]) -> Node:
        chosen, target, arguments = choice
        name = chosen.name  # type: ignore[attr-defined]
        if name.startswith("."):
            return method(target, name[1:], *arguments)
        return function(name, *arguments)

    return st.sampled_from(documented_functions(claims)).flatmap(
        lambda one: st.tuples(
            st.just(one),
            inner,
            st.lists(inner, min_size=max(0, len(one.parameters) - 1), max_size=len(one.parameters) + 1),
        ).map(call)
    )


def trees(claims: Claims) -> st.SearchStrategy[Node]:
    """Return trees of a dialect, of any sense."""

    def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            _calls(claims, inner),
            _calls(claims, inner),
            st.tuples(st.sampled_from(CHAINS), several).map(lambda one: Binary(1, one[0], one[1], one[0])),
            st.tuples(st.sampled_from(PAIRS), inner, inner).map(lambda one: Binary(1, one[0], one[1:], one[0])),
            st.tuples(st.sampled_from("!-+"), inner).map(lambda one: Unary(1, *one)),
            st.tuples(inner, inner, inner).map(lambda one: Conditional(1, *one)),
            st.tuples(inner, inner).map(lambda one: Elvis(1, *one)),
            st.tuples(inner, inner).map(lambda one: Index(1, *one)),
            st.tuples(inner, NAMES).map(lambda one: Member(1, *one)),
            st.tuples(inner, NAMES).map(lambda one: Projection(1, one[0], Name(1, one[1]))),
            st.tuples(st.one_of(st.none(), inner), NAMES, st.lists(inner, max_size=2).map(tuple)).map(
                lambda one: Call(1, *one, 1)
            ),
            st.lists(inner, max_size=3).map(lambda items: ArrayLiteral(1, tuple(items))),
            st.lists(st.tuples(inner, inner), min_size=1, max_size=2).map(lambda pairs: MapLiteral(1, tuple(pairs))),
        )

    return st.recursive(leaves(claims), grown, max_leaves=12)


WORDS = (
    *("user", "profile", "team", "null", "true", "String", "len", "Arrays", "getGroups", "AND", "OR", "matches"),
    *(".", "(", ")", "[", "]", "{", "}", "![", "?", ":", "?:", "+", "-", "*", "/", "%", "!", ","),
    *("==", "!=", "<", ">", "<=", ">=", "&&", "||", "'", '"', "1", "2.5", "1e9", "=", "&", "#", "“", "\\", "\n"),
)
NEARLY = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=30).map(" ".join)
"""Texts made of the pieces of expressions."""
