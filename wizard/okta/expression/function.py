"""A function of the expression language: one entry of the table that checker, evaluator and completion share."""

from collections.abc import Callable
from typing import Final, TypeAlias

from wizard.okta.expression.value_type import Value, ValueType
from wizard.plan.model import Claims

CLASSIC_PAGE: Final = "https://developer.okta.com/docs/reference/okta-expression-language/"
IDENTITY_ENGINE_PAGE: Final = "https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/"


Run: TypeAlias = Callable[..., Value]
"""What computes a function: the Row, the receiver where there is one, the arguments."""


class Parameter:
    """A parameter of a function.

    Attributes:
        name: as the completion shows it. type: what Okta documents for it.
        optional: may be left out. many: 0 for one value, 1 for one or more, 2 for one or more pairs.
    """

    __slots__ = ("many", "name", "optional", "type")

    def __init__(
        self,
        name: str,
        type: ValueType = ValueType.STRING,  # noqa: A002 - the field's standard term
        *,
        optional: bool = False,
        many: int = 0,
    ) -> None:
        self.name = name
        self.type = type
        self.optional = optional
        self.many = many


class Function:
    """A function, with what Okta documents about it.

    Attributes:
        name: ``String.len``, ``user.getGroups``, ``substring``, or ``.length`` for a method of a value.
        claims: the dialect that has it.
        section: the part of Okta's page that documents it, as a URL fragment.
        parameters: the method's receiver not among them.
        result: the type of what it gives.
        run: from the Row of the evaluation, the receiver, where there is one, and the arguments to the value; None
            where they do not tell it, so that only the surroundings can.
        about: what it does, in one sentence.
        receiver: the type that a method belongs to, None for a function.
        deprecated: Okta calls it deprecated.
        takes_null: Okta documents what it gives for null, and `run` knows.
        elsewhere: the only place for which Okta documents it, where that is no attribute row; else empty.
    """

    __slots__ = (
        "_many",
        "_needed",
        "about",
        "claims",
        "deprecated",
        "elsewhere",
        "name",
        "parameters",
        "receiver",
        "result",
        "run",
        "section",
        "takes_null",
    )

    def __init__(
        self,
        name: str,
        claims: Claims,
        section: str,
        parameters: tuple[Parameter, ...],
        *,
        result: ValueType,
        run: Run | None,
        about: str,
        receiver: ValueType | None = None,
        deprecated: bool = False,
        takes_null: bool = False,
        elsewhere: str = "",
    ) -> None:
        self.name = name
        self.claims = claims
        self.parameters = parameters
        self.result = result
        self.run = run
        self.about = about
        self.section = section
        self.receiver = receiver
        self.deprecated = deprecated
        self.takes_null = takes_null
        self.elsewhere = elsewhere
        self._needed = sum(not parameter.optional and not parameter.many for parameter in parameters)
        self._many = parameters[-1].many if parameters else 0

    @property
    def source(self) -> str:
        """Return the URL of the section that documents the function."""
        page = CLASSIC_PAGE if self.claims is Claims.STATEMENTS else IDENTITY_ENGINE_PAGE
        return f"{page}#{self.section}"

    def takes(self, count: int) -> bool:
        """Tell whether the function may be called with that many arguments."""
        if self._many:
            return count >= self._needed + self._many and (count - self._needed) % self._many == 0
        return self._needed <= count <= len(self.parameters)

    def parameter(self, position: int) -> Parameter:
        """Return the parameter that the argument at a position fills; the last one takes all further arguments."""
        return self.parameters[position] if position < len(self.parameters) else self.parameters[-1]

    def signature(self) -> str:
        """Return the call as a person writes it: ``String.replace(text, match, replacement)``."""
        names = [
            f"{one.name}..." if one.many else f"[{one.name}]" if one.optional else one.name for one in self.parameters
        ]
        return f"{self.name}({', '.join(names)})"
