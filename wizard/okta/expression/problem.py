"""What is wrong with an expression that can be read."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from wizard.frozen import Frozen
from wizard.language import Words
from wizard.okta.expression.message import filled


class ProblemKind(StrEnum):
    """What kind of problem it is; the rules decide how much each weighs."""

    UNKNOWN_FUNCTION = "unknown function"
    WRONG_COUNT = "wrong number of arguments"
    WRONG_TYPE = "wrong type"
    WRONG_DIALECT = "wrong dialect"
    UNKNOWN_ATTRIBUTE = "unknown attribute"
    DEPRECATED = "deprecated"
    UNQUOTED_TEXT = "text without quotes"
    MISPLACED = "documented for another place"
    UNDOCUMENTED = "undocumented"


class Problem(Frozen):
    """One problem of an expression.

    Attributes:
        kind: what kind it is.
        template: what is wrong and what to write, in English, as a format string over `values`.
        column: the place in the expression's text, from 1.
        suggestion: what stands there instead, such as the nearest function, empty where nothing is near.
    """

    kind: ProblemKind
    template: str
    column: int
    values: Mapping[str, object] = MappingProxyType({})
    suggestion: str = ""

    @property
    def message(self) -> str:
        """Return what is wrong, in English."""
        return self.text()

    def text(self, words: Words = str) -> str:
        """Return what is wrong, translated by `words`, with its values filled in."""
        return filled(self.template, self.values, words)
