"""What a text is written in, for whoever colours it."""

from enum import StrEnum


class Syntax(StrEnum):
    """The syntaxes of the bundle's files."""

    XML = "xml"
    YAML = "yaml"
    JSON = "json"
    TEXT = "text"
