"""A rendered text and the places of its lines."""

from wizard.quoting.rendered import Draft


def test_a_line_knows_its_place() -> None:
    """Each line that a place made leads to it, and each place to its lines."""
    draft = Draft()
    draft.add("first")
    draft.add("two\nlines", "tags[0]")
    draft.add_lines(["a", "b"], "tags[1]")
    rendered = draft.rendered()
    assert rendered.text == "first\ntwo\nlines\na\nb\n"
    assert rendered.places == ((2, "tags[0]"), (3, "tags[0]"), (4, "tags[1]"), (5, "tags[1]"))
    assert rendered.path(3) == "tags[0]"
    assert rendered.path(1) is None
    assert rendered.lines("tags[1]") == (4, 5)
