"""Tests of quoting for YAML: every reader takes back exactly what was meant."""

from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.plan.anything import AWKWARD, SCALARS, texts
from wizard.quoting.yaml_text import Row, document, quoted, scalar

TREES = st.recursive(
    st.one_of(SCALARS, texts()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts(), inner, max_size=4)),
    max_leaves=12,
)


def by_yaml_1_1(text: str) -> Any:
    """Return what PyYAML, a reader of YAML 1.1, finds."""
    return yaml.safe_load(text)


def by_yaml_1_2(text: str) -> Any:
    """Return what ruamel.yaml, a reader of YAML 1.2, finds."""
    return YAML(typ="safe", pure=True).load(StringIO(text))


@pytest.mark.parametrize(
    "text",
    [
        "team",
        "user.team",
        "ec2:StartInstances",
        "arn:aws:iam::111122223333:role/x",
        "Amazon Web Services",
        "a@b.c",
        "ec2:*",
    ],
)
def test_plain(text: str) -> None:
    """A harmless word stands without quotes."""
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("no", '"no"'),
        ("Y", '"Y"'),
        ("012", '"012"'),
        ("111122223333", '"111122223333"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("{a}", '"{a}"'),
        ('user.x ?: "none"', "'user.x ?: \"none\"'"),
        ("a\\b'c", "'a\\b''c'"),
        ("a\nb", '"a\\nb"'),
        ("a\u202eb", '"a\\u202Eb"'),
        ("a\xa0b", '"a\\xA0b"'),
        ("\U000e0041", '"\\U000E0041"'),
        ("Zürich", '"Zürich"'),
        ("\ud800", '"\ufffd"'),
    ],
)
def test_quoted(text: str, form: str) -> None:
    """What a reader could take for something else, or a person not see, stands in quotes and escaped."""
    assert scalar(text) == form


@pytest.mark.parametrize("text", AWKWARD)
def test_scalars_read_back(text: str) -> None:
    """A scalar reads back as its text, in block and in flow style, as a value and as a key."""
    for form in (scalar(text), quoted(text)):
        for read in (by_yaml_1_1, by_yaml_1_2):
            assert read(f"- {form}\n") == [text]
            if len(form) < 1000:
                assert read(f"{form}: 1\n") == {text: 1}
    assert by_yaml_1_1(f"[{quoted(text)}, {quoted(text)}]") == [text, text]


@given(TREES)
def test_documents_read_back(tree: Any) -> None:
    """Any tree of values reads back as it was, by a reader of YAML 1.1 and by one of YAML 1.2."""
    text = document(tree)
    assert by_yaml_1_1(text) == tree
    assert by_yaml_1_2(text) == tree


@given(st.dictionaries(texts(), st.one_of(SCALARS, texts(), st.lists(texts(), max_size=3)), max_size=4))
def test_rows_read_back(values: dict[str, Any]) -> None:
    """A mapping that may stand on one line reads back as it was, on one line or several."""
    assert by_yaml_1_1(document([Row(values), {"row": Row(values)}])) == [values, {"row": values}]
    assert by_yaml_1_2(document({"row": Row(values)})) == {"row": values}


def test_block_style() -> None:
    """Mappings and lists stand in block style, short lists on one line, empty ones in brackets."""
    tree = {"a": {"b": [{"c": 1, "d": ["x", "z"]}, []]}, "e": {}, "f": ["ec2:Start", "x" * 40], "g": [["h"], None]}
    assert document(tree) == (
        "a:\n  b:\n    - c: 1\n      d: [x, z]\n    - []\ne: {}\n"
        f"f:\n  - ec2:Start\n  - {'x' * 40}\ng:\n  - [h]\n  - null\n"
    )


def test_long_row_stands_in_block_style() -> None:
    """A mapping too long for one line stands in block style."""
    values = {f"attribute{n}": "platform" for n in range(6)}
    assert document({"profile": Row(values)}).splitlines()[:2] == ["profile:", "  attribute0: platform"]


def test_literal_block() -> None:
    """A text of several lines stands as a literal block, unless white space at its edges would not show."""
    assert document({"a": "x\n\n y\n"}) == "a: |\n  x\n\n   y\n"
    assert document({"a": "x\ny"}) == "a: |-\n  x\n  y\n"
    assert document(["x\ny"]) == "- |-\n  x\n  y\n"
    assert document({"a": "x \ny"}) == 'a: "x \\ny"\n'
    assert document({"a": "x\n\n"}) == 'a: "x\\n\\n"\n'


def test_numbers() -> None:
    """Numbers are written so that every reader takes them for numbers of the same kind."""
    assert document([1, -2, 1.5, 1e16, 1e-7, True, None]) == "[1, -2, 1.5, 1.0e+16, 1.0e-07, true, null]\n"


def test_key_longer_than_a_simple_key() -> None:
    """A key longer than YAML allows before a colon is written with a question mark."""
    tree = {"k" * 2000: {"a": [1, {"b": "c"}]}, "l" * 2000: "x"}
    assert by_yaml_1_1(document(tree)) == tree
    assert by_yaml_1_2(document(tree)) == tree
