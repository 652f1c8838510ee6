"""JSON that nobody vouches for is read a member at a time, and means what Python's json means by it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence import okta
from tests.evidence.shapes import har, page, post
from tests.evidence.trail import event
from wizard.saml.evidence import json_document
from wizard.saml.evidence.decoding import decoded
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.json_document import parsed_json
from wizard.saml.evidence.reading import read_evidence

NAMES = st.sampled_from(["log", "entries", "Records", "é", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


def everything(_path: tuple[str, ...], _member: Any) -> bool:
    """Keep everything."""
    return True


@given(VALUES, st.sampled_from([None, 1, "\t"]))
def test_what_is_json_has_the_value_that_python_gives_it(value: Any, indent: Any) -> None:
    """Whatever its shape and its white space."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    assert parsed_json(text.encode(), everything) == json.loads(text)


@given(VALUES, st.data())
def test_what_is_no_json_is_none(value: Any, data: st.DataObject) -> None:
    """A text of which some is missing or doubled is read exactly where Python reads it, as one value or as several."""
    text = json.dumps(value)
    at = data.draw(st.integers(0, len(text)))
    to = data.draw(st.integers(0, len(text)))
    text = text[:at] + text[to:]
    try:
        wanted = values_in(text)
    except ValueError:
        with pytest.raises(Unusable):
            parsed_json(text.encode(), everything)
    else:
        assert parsed_json(text.encode(), everything) == (wanted[0] if len(wanted) == 1 else wanted)


@pytest.mark.parametrize("text", ["{}{}", "[1][2]", '{"a": 1}"b"', "{} x", "{},{}"])
def test_values_have_white_space_between_them(text: str) -> None:
    """Nothing else stands there."""
    with pytest.raises(Unusable, match="begins like JSON and is none"):
        parsed_json(text.encode(), everything)


def values_in(text: str) -> list[Any]:
    """Return the values of a text, between which there is white space, as Python reads each."""
    decode, at, found = json.JSONDecoder().raw_decode, 0, []
    while True:
        start = len(text) - len(text[at:].lstrip(" \t\n\r"))
        if found and start == len(text):
            return found
        if found and start == at:
            raise ValueError
        value, at = decode(text, start)
        found.append(value)


def test_a_column_counts_characters() -> None:
    """Not the bytes that they have."""
    with pytest.raises(Unusable, match="line 2, column 7"):
        parsed_json('{"ä": 1,\n "🎉é" 1}'.encode(), everything)


def test_a_name_that_stands_twice_means_the_last() -> None:
    """As everywhere."""
    assert parsed_json(b'{"log": 1, "log": {"entries": [1], "entries": [2]}}', everything) == {"log": {"entries": [2]}}


def test_only_what_matters_is_kept() -> None:
    """The names that lead to the list are told; what stands deeper is a part of what holds it."""
    seen = []

    def matters(path: tuple[str, ...], member: Any) -> bool:
        seen.append((path, member))
        return member != 2

    text = '{"log": {"entries": [1, 2, {"x": [2]}]}, "Records": [2]}'
    assert parsed_json(text.encode(), matters) == {"log": {"entries": [1, {"x": [2]}]}, "Records": []}
    assert seen[0] == (("log", "entries"), 1)
    assert seen[-1] == (("Records",), 2)


def test_events_are_read_as_awss_command_line_prints_them() -> None:
    """Between tabs, and in lines."""
    events = [json.dumps(event()), json.dumps(event(time="2026-11-24T09:00:00Z", team="other"), indent=1)]
    for between in ("\t", "\n", "\r\n"):
        evidence = read_evidence(between.join(events).encode())
        assert evidence.event is not None
        assert (evidence.event.time, evidence.event.others) == ("2026-11-24T10:00:01Z", 1)


def test_json_lines_are_kept_by_the_same_measure() -> None:
    """A line separator of Unicode within a text ends no line."""
    assert parsed_json('{"a": "\u2028"}\n\n{"b": 1}\n'.encode(), lambda _path, member: "a" in member) == [
        {"a": "\u2028"}
    ]


def test_the_sign_in_is_found_in_a_long_recording() -> None:
    """What was posted counts before Okta's page, wherever they stand."""
    other = {"request": {"method": "GET"}, "response": {"content": {"text": "{[,"}}}
    okta_page = {"response": {"content": {"text": page(okta.response(name_id="page"))}}}
    text = har(*[other] * 500, post(okta.response(name_id="ada@example.com")), *[other] * 500, okta_page)
    assert read_evidence(text.encode()).name_id == "ada@example.com"
    assert read_evidence(har(*[other] * 50, okta_page).encode()).name_id == "page"


def test_the_sign_in_is_found_among_a_days_events() -> None:
    """The other events count for nothing, and the tags of the one are whole."""
    others = [{"eventName": "DescribeInstances", "requestParameters": {"a": [1]}}] * 500
    evidence = read_evidence(json.dumps({"Records": [*others, event(), *others]}).encode())
    alone = read_evidence(json.dumps(event()).encode())
    assert evidence == alone
    assert alone.attributes


def test_parts_are_counted_outside_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the text is cut up for it: brackets and commas within texts are none."""
    monkeypatch.setattr(json_document, "LARGEST_DOCUMENT", 10)
    monkeypatch.setattr(json_document, "MOST_JSON_CONTAINERS", 30_000)
    monkeypatch.setattr(json_document, "MOST_JSON_VALUES", 60_000)
    text = json.dumps([['[{,"\\', "]"]] * 29_999)
    assert len(parsed_json(text.encode(), everything)) == 29_999
    with pytest.raises(Unusable, match="more parts than a browser records"):
        parsed_json(json.dumps([['[{,"\\', "]"]] * 30_000).encode(), everything)
    with pytest.raises(Unusable, match="more parts than a browser records"):
        parsed_json(json.dumps([0] * 60_002).encode(), everything)


@pytest.mark.parametrize("before", range(5))
def test_a_character_that_is_cut_in_two_pieces_is_whole(before: int) -> None:
    """The evidence is decoded in pieces, and a byte that is wrong is named by its place in the whole."""
    text = "x" * ((1 << 20) - before) + "🎉é"
    assert decoded(text.encode()) == text
    assert decoded(text.encode("utf-16")) == text
    with pytest.raises(Unusable) as raised:
        decoded(text.encode() + b"\xff")
    assert raised.value.text(str) == f"Byte {len(text.encode()) + 1:,} is not UTF-8; save or copy the evidence as UTF-8"
