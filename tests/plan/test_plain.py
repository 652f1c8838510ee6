"""Tests of what an unquoted scalar means."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from wizard.plan.plain import Doubtful, plain_value

DOUBTFUL = {
    "no": "false to YAML 1.1",
    "Yes": "true to YAML 1.1",
    "ON": "true to YAML 1.1",
    "off": "false to YAML 1.1",
    "012": "an octal number to YAML 1.1",
    "0_7": "an octal number to YAML 1.1",
    "089": "a number without its leading zero to YAML 1.2",
    "0x1F": "a hexadecimal number",
    "0o17": "an octal number to YAML 1.2",
    "0b101": "a binary number to YAML 1.1",
    "1_000": "a number to some programs",
    "1e3": "a number to YAML 1.2",
    "1.5e3": "a number to YAML 1.2",
    "1.": "a number",
    ".5": "a number",
    "01.5": "a number",
    "12:30": "a number in base 60 to YAML 1.1",
    "2026-11-24": "a date to YAML 1.1",
    "2026-11-24T10:00:00Z": "a date to YAML 1.1",
    "2026-11-24 10:00:00": "a date to YAML 1.1",
    "-.inf": "no finite number",
    ".NaN": "no finite number",
    "1.0e+999": "no finite number",
    "9" * 301: "a number of very many digits",
    "=": "a default value to YAML 1.1",
    "<<": "a merge of mappings to YAML 1.1",
}
TEXTS = (
    "nope",
    "y",
    "N",
    "tRuE",
    "user.team",
    "1.2.3",
    "12:3x",
    "-",
    ".",
    "_",
    "+",
    "1e",
    "0x",
    "10.0.0.1",
    "2026-11",
    "v1",
)

VALUES = {
    "": None,
    "~": None,
    "NULL": None,
    "true": True,
    "FALSE": False,
    "0": 0,
    "-12": -12,
    "+5": 5,
    "1.50": 1.5,
    "-0.0": 0.0,
    "1.0e+16": 1e16,
}


def read_by_yaml_1_1(text: str) -> object:
    """Return what PyYAML makes of the text; the text itself where PyYAML has no value for what it takes it for."""
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return Doubtful("refused")


def read_by_yaml_1_2(text: str) -> object:
    """Return what ruamel.yaml, which follows YAML 1.2, makes of the text."""
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(("text", "meaning"), DOUBTFUL.items())
def test_doubtful(text: str, meaning: str) -> None:
    """A scalar on which YAML's readers do not agree is doubtful, and it is said what they take it for."""
    assert plain_value(text) == Doubtful(meaning)


@pytest.mark.parametrize("text", TEXTS)
def test_text(text: str) -> None:
    """What only looks like a number or a boolean is text."""
    assert plain_value(text) == text


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: object) -> None:
    """What all readers agree on is the value."""
    found = plain_value(text)
    assert (type(found), found) == (type(value), value)


NUMBER_LIKE = (
    r"[-+]?[0-9_.:eExXob+-]{1,8}",
    r"[-+]?[0-9_]{0,4}\.?[0-9_]{0,3}([eE][-+]?[0-9]{1,2})?",
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9:.Z+-]{0,12})?",
    r"[-+]?(yes|no|on|off|y|n|true|false|null|\.inf|\.nan)[0-9]?",
    r"[-+]?(YES|No|On|OFF|Y|N|True|FALSE|Null|\.Inf|\.NaN)",
)


@given(st.sampled_from(NUMBER_LIKE).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True)))
def test_agreement(text: str) -> None:
    """What is not doubtful is the same to a reader of YAML 1.1 and to one of YAML 1.2."""
    meaning = plain_value(text)
    assume(not isinstance(meaning, Doubtful))
    assume(any(character.isalnum() for character in text) and not text.endswith((":", " ")))
    found = read_by_yaml_1_1(text)
    assert (type(found), found) == (type(meaning), meaning)
    if "_" not in text:  # ruamel.yaml still takes underscores for a part of numbers, which YAML 1.2 does not
        found = read_by_yaml_1_2(text)
        assert (type(found), found) == (type(meaning), meaning)
