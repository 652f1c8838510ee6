"""A hypothesis strategy for any plan that the classes can hold, made from the shape of the plan file."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from wizard.plan.model import Plan
from wizard.plan.shape import Attributes, Choice, Flag, ListOf, Record, Shape, Whole, plan_shape

AWKWARD = (
    *(
        "",
        " ",
        " a",
        "a ",
        "\n",
        "a\nb",
        "a\nb\n",
        "a\n\n",
        "\na",
        " a\nb",
        "a \nb",
        "a\n b",
        "a\n\n  b\nc",
        "a\r\nb",
        "a\tb",
    ),
    *(
        "no",
        "Yes",
        "012",
        "1e3",
        "0x1F",
        "1_000",
        "12:30",
        "2026-11-24",
        "~",
        "null",
        ".inf",
        "=",
        "<<",
        "y",
        "-0",
        "1.",
    ),
    *(
        "- a",
        "-",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "{a",
        "[a",
        "a,b",
    ),
    *("'", '"', "\\", "'a' \"b\"", "---", "...", "--- a", "a\n---\nb", "a\n...\n", "a\n# b", "# a\nb"),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\xa0",
        "\u2028",
        "\u2029",
        "\u202ea",
        "\ufeff",
        "\ufeffa\nb",
        "\ufffe",
    ),
    *(
        "é",
        "e\u0301",
        "😀",
        "\U000e0041",
        "\U0010ffff",
        "שלום",
        "日本",
        "a\u200db",
        "x" * 2000,
        "a: " * 400,
        "é" * 1500,
    ),
)
"""Texts that have broken a YAML writer, or could."""

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from((10**30, -(10**30), 1e16, 1e-7, 1e300, 5e-324, -0.0)),
)


def texts() -> SearchStrategy[str]:
    """Give any text but one with lone surrogates, which a file cannot hold."""
    return st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=("Cs",)), max_size=30))


def anything(shape: Shape) -> SearchStrategy[object]:
    """Give any value of the shape."""
    match shape:
        case Record():
            return st.builds(
                shape.kind,
                **{
                    key.name: st.one_of(st.none(), anything(key.shape)) if key.nullable else anything(key.shape)
                    for key in shape.keys
                },
            )
        case ListOf():
            return st.lists(anything(shape.item), max_size=3).map(tuple)
        case Attributes():
            scalar = st.one_of(SCALARS, texts())
            values = st.one_of(scalar, st.lists(scalar, max_size=3).map(tuple))
            return st.dictionaries(texts(), values, max_size=3).map(lambda profile: tuple(profile.items()))
        case Choice():
            return st.sampled_from(shape.texts).map(shape.value)
        case Whole():
            return st.integers()
        case Flag():
            return st.booleans()
    return texts()


def any_plan() -> SearchStrategy[Plan]:
    """Give any plan."""
    return anything(plan_shape()).filter(lambda plan: isinstance(plan, Plan))
