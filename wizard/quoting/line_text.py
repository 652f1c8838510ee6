"""Text for one line of a terminal or a message: what would break the line, or turn its direction, is written out."""


def one_line(text: object) -> str:
    """Return the text of a value with every character that does not print escaped, as Python does it."""
    shown = str(text)
    if shown.isprintable():
        return shown
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in shown
    )
