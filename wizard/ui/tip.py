"""Tooltips that show a text as it stands: Qt draws as HTML what looks like it, and loads the pictures that it names."""


def tip(text: str) -> str:
    """Return a tooltip of a text; what Qt could take for markup is written so that it shows."""
    return folded(text) if "<" in text else text


def folded(text: str) -> str:
    """Return a tooltip of a text that Qt breaks into lines; others are as wide as their longest line."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{shown}</qt>"
