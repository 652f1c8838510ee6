"""Reading requests: what a list of them may hold, and the place of what it may not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.aws.evaluator.requests import RequestsError, requests

ASKED = {"id": "r1", "action": "s3:GetObject", "resource": "arn:aws:s3:::a", "context": {"aws:Username": "ada"}}


def test_requests_are_read_in_their_order() -> None:
    """Condition keys are found in any case; a list without members is no value."""
    second = {
        "id": 7,
        "action": "S3:ListBucket",
        "context": {"aws:TagKeys": ["a", "b"], "x:y": [], "x:n": 5, "x:b": True},
    }
    first, found = requests(json.dumps([ASKED, second]))
    assert (first.id, *first.request) == ("r1", "s3:GetObject", "arn:aws:s3:::a", {"aws:username": "ada"}, "")
    assert found.id == 7
    assert found.request.resource == "*"
    assert found.request.context == {"aws:tagkeys": ("a", "b"), "x:n": "5", "x:b": "true"}


def test_a_request_without_id_is_called_by_its_number() -> None:
    """The first is 1."""
    assert [each.id for each in requests('[{"action": "a:b"}, {"action": "a:b"}]')] == ["1", "2"]


@pytest.mark.parametrize(
    ("value", "path", "words"),
    [
        ({}, "$", "an object where a list of requests is expected"),
        (5, "$", "a number where a list"),
        ("text", "$", "a text where a list"),
        (None, "$", "nothing where a list"),
        (True, "$", "a truth value where a list"),
        ([5], "$[0]", "a number where an object is expected"),
        ([[]], "$[0]", "a list where an object is expected"),
        ([ASKED, {}], "$[1].action", "nothing where a text is expected"),
        ([{**ASKED, "tags": {}}], "$[0].tags", "unknown key; a request has id, action"),
        ([{**ASKED, "action": 5}], "$[0].action", "a number where a text is expected"),
        ([{**ASKED, "action": "GetObject"}], "$[0].action", "no single action"),
        ([{**ASKED, "action": "s3:*"}], "$[0].action", "no single action"),
        ([{**ASKED, "action": "s3:Get?"}], "$[0].action", "no single action"),
        ([{**ASKED, "resource": ["*"]}], "$[0].resource", "a list where a text is expected"),
        ([{**ASKED, "principal": {}}], "$[0].principal", "an object where a text is expected"),
        ([{**ASKED, "id": None}], "$[0].id", "nothing where a text or a number is expected"),
        ([{**ASKED, "id": True}], "$[0].id", "a truth value where a text or a number"),
        ([{**ASKED, "context": []}], "$[0].context", "a list where an object is expected"),
        ([{**ASKED, "context": {"a:b": None}}], '$[0].context["a:b"]', "nothing where a text is expected"),
        ([{**ASKED, "context": {"a:b": {}}}], '$[0].context["a:b"]', "an object where a text is expected"),
        ([{**ASKED, "context": {"a:b": ["c", []]}}], '$[0].context["a:b"][1]', "a list where a text is expected"),
        ([{**ASKED, "context": {"a:b": "c", "A:b": "d"}}], '$[0].context["A:b"]', "stands in two spellings"),
    ],
)
def test_what_is_no_request_is_named_with_its_place(value: Any, path: str, words: str) -> None:
    """The error has the JSON path, and says what is there and what should be."""
    with pytest.raises(RequestsError) as caught:
        requests(json.dumps(value))
    assert caught.value.path == path
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "$: line 1, column 1: no JSON"),
        ('[{"id": 1},\n{"id" 2}]', "$: line 2, column 7: no JSON"),
        ("[" * 100_000, "$: the document is nested too deeply"),
        (f'[{{"id": {"9" * 5000}}}]', "$: no JSON that can be read"),
        ('[{"action": "a:b", "action": "a:c"}]', "$[0]: a key stands twice in this object"),
    ],
)
def test_what_is_no_json_is_named_with_its_place(text: str, words: str) -> None:
    """Line and column of the first character that is wrong."""
    with pytest.raises(RequestsError) as caught:
        requests(text)
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("action", ["sts:AssumeRole", "STS:assumerolewithsaml", "sts:TagSession"])
def test_a_trust_policy_needs_a_principal(action: str) -> None:
    """Without one the answer would be for everybody."""
    with pytest.raises(
        RequestsError, match=rf"\$\[0\]\.principal: missing; the trust policy is asked who calls {action}"
    ):
        requests(json.dumps([{"action": action}]), trust=True)
    assert requests(json.dumps([{"action": action}]))
    assert requests(json.dumps([{"action": "s3:GetObject"}]), trust=True)


DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["id", "action", "context"]), inner),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.text() | DOCUMENTS.map(json.dumps))
def test_no_text_raises_anything_but_a_requests_error(text: str) -> None:
    """Whatever the text of the file is, the error is of the requests and has a path."""
    path = "$"
    try:
        requests(text)
    except RequestsError as error:
        path = error.path
    assert path.startswith("$")
