"""What a text is written in, for whoever colours it."""

from enum import StrEnum
from typing import Final


class Syntax(StrEnum):
    """The syntaxes of the bundle's files."""

    XML = "xml"
    YAML = "yaml"
    JSON = "json"
    MARKDOWN = "markdown"
    HCL = "hcl"
    SHELL = "shell"
    TEXT = "text"


_ENDINGS: Final = {
    "xml": Syntax.XML,
    "yaml": Syntax.YAML,
    "yml": Syntax.YAML,
    "json": Syntax.JSON,
    "md": Syntax.MARKDOWN,
    "tf": Syntax.HCL,
    "tfvars": Syntax.HCL,
    "hcl": Syntax.HCL,
    "sh": Syntax.SHELL,
}


def syntax_of(path: str) -> Syntax:
    """Return what a file of that name is written in; plain text where the ending says nothing."""
    return _ENDINGS.get(path.rpartition(".")[2].lower(), Syntax.TEXT)
