"""Texts that are written later than they are known."""

import json

import pytest

from wizard.cli import spool
from wizard.cli.spool import Spool


@pytest.mark.parametrize("count", [0, 1, 3, 50_000])
def test_a_list_comes_out_as_json(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order in which it came, whether memory or a file held it."""
    monkeypatch.setattr(spool, "_PIECE", 1000)
    texts = [json.dumps({"number": number, "text": "é\u2028"}, ensure_ascii=False) for number in range(count)]
    with Spool() as kept:
        for text in texts:
            kept.add(text)
        assert json.loads("".join(kept.pieces())) == [json.loads(text) for text in texts]
        assert kept.count == count
