"""The bytes that count towards the packed size."""

import pytest

from wizard.aws.packed_size import NOTEWORTHY, RISKY, UNKNOWN_VALUE, byte_length


@pytest.mark.parametrize(("text", "count"), [("", 0), ("team", 4), ("é", 2), ("日本", 6), ("😀", 4), ("a\ud800", 4)])
def test_a_text_counts_in_bytes_of_utf_8(text, count):
    """Letters beyond ASCII count more than one byte, and half of a surrogate pair three."""
    assert byte_length(text) == count


def test_the_bands_are_in_order():
    """A session is worth a remark before it is at risk, and one unknown value alone is neither."""
    assert UNKNOWN_VALUE < NOTEWORTHY < RISKY
