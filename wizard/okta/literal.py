"""Writes texts as literals of Okta's expression language, which is a subset of Spring's."""

from collections.abc import Iterable


def string(text: str) -> str:
    """Return the text as a string literal.

    A quote within is doubled, as Spring's language has it; Okta documents no escape, and no legal key needs one.
    https://docs.spring.io/spring-framework/reference/core/expressions/language-ref/literal.html, read 2026-11-24.
    """
    return '"' + text.replace('"', '""') + '"'


def array(texts: Iterable[str]) -> str:
    """Return the texts as an array literal, spaced as in Okta's documents: ``{"team", "project"}``."""
    return "{" + ", ".join(string(text) for text in texts) + "}"
