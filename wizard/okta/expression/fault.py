"""What goes wrong with an expression: it cannot be read, evaluated, or written in the other dialect.

    ExpressionFault
    ├── ExpressionError     the text is no expression
    ├── CannotEvaluate      the value depends on what is not known here, or Okta documents no value
    └── CannotTranslate     the other dialect documents no counterpart

Each carries an English template with its values, so that the message can be shown in another language.
"""

from typing import Self

from wizard.language import Words
from wizard.okta.expression.message import Phrase, Quoted, filled


class ExpressionFault(ValueError):
    """The root of the faults of an expression.

    Attributes:
        template: what happened and what to do, in English, as a format string over `values`.
        column: the place in the expression's text, the first character being 1.
    """

    def __init__(self, template: str, column: int, /, **values: object) -> None:
        super().__init__(template, column)
        self.template = template
        self.column = column
        self.values = values

    def at(self, column: int) -> Self:
        """Return the fault itself, placed at a column where it has none yet."""
        self.column = self.column or column
        return self

    @property
    def message(self) -> str:
        """Return what happened, in English, without the column."""
        return self.text()

    def text(self, words: Words = str) -> str:
        """Return what happened, translated by `words`, with its values filled in."""
        return filled(self.template, self.values, words)

    def __str__(self) -> str:
        return f"column {self.column}: {self.message}"


class ExpressionError(ExpressionFault):
    """The text is no expression of its dialect.

    Attributes:
        expected: what could have stood at the column, such as "a value"; empty where that is not the point.
    """

    def __init__(self, template: str, column: int, /, expected: str = "", **values: object) -> None:
        said = expected if isinstance(expected, Quoted) else Phrase(expected)
        super().__init__(template, column, expected=said, **values)
        self.expected = expected


class CannotEvaluate(ExpressionFault):
    """The value depends on what is not known on this machine, or Okta documents none."""

    @property
    def reason(self) -> str:
        """Return why there is no value, in English."""
        return self.message


class CannotTranslate(ExpressionFault):
    """The other dialect documents nothing that does the same."""

    @property
    def reason(self) -> str:
        """Return what has no counterpart, in English."""
        return self.message
