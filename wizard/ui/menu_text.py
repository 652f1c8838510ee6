"""The words of a menu, as they are shown elsewhere."""


def plain_words(text: str) -> str:
    """Return a menu's words without the marks of their keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
