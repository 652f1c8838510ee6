"""The functions that convert country codes.

Sources: https://developer.okta.com/docs/reference/okta-expression-language/#country-code-conversion-functions and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#country-code-conversion-functions
"""

from typing import Final

from wizard.language import N_
from wizard.okta.expression import note
from wizard.okta.expression.countries import country, name_is_disputed
from wizard.okta.expression.fault import CannotEvaluate
from wizard.okta.expression.function import Function, Parameter, Run
from wizard.okta.expression.row import Row
from wizard.okta.expression.value_type import Country, Value, ValueType
from wizard.plan.model import Claims


def found(row: Row, text: str) -> Country:
    """Return the country of a code or a name; CannotEvaluate where ISO 3166-1 has none."""
    known = country(text)
    if known is None:
        known = country(text.upper())
        if known is None:
            raise CannotEvaluate(N_("{text} is no country of ISO 3166-1."), 0, text=repr(text[:40]))
        row.note(note.CODE_CASE)
    if text == known.name and name_is_disputed(text):
        row.note(note.COUNTRY_NAME)
    return known


def coded(row: Row, text: str) -> Country:
    """Return the country of a code; the classic functions do not take names."""
    known = found(row, text)
    if text == known.name:
        raise CannotEvaluate(N_("{text} is a name; Okta documents codes here."), 0, text=repr(text))
    return known


def alpha2(_row: Row, known: Country) -> Value:
    """Return the code of two letters."""
    return known.alpha2


def alpha3(_row: Row, known: Country) -> Value:
    """Return the code of three letters."""
    return known.alpha3


def numeric(_row: Row, known: Country) -> Value:
    """Return the code of three digits."""
    return known.numeric


def name(row: Row, known: Country) -> Value:
    """Return the English name."""
    if name_is_disputed(known.name):
        row.note(note.COUNTRY_NAME)
    return known.name


_SECTION: Final = "country-code-conversion-functions"
_OUTPUTS: Final[tuple[tuple[str, Run, str], ...]] = (
    ("toAlpha2", alpha2, N_("The country code of two letters.")),
    ("toAlpha3", alpha3, N_("The country code of three letters.")),
    ("toNumeric", numeric, N_("The country code of three digits.")),
    ("toName", name, N_("The English name of the country.")),
)


def _function(output: str, run: Run, about: str) -> Function:
    def converted(row: Row, text: str) -> Value:
        return run(row, coded(row, text))

    parameters = (Parameter("code"),)
    return Function(
        f"Iso3166Convert.{output}",
        Claims.STATEMENTS,
        _SECTION,
        parameters,
        result=ValueType.STRING,
        run=converted,
        about=about,
    )


def _method(output: str, run: Run, about: str) -> Function:
    return Function(
        f".{output}",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=ValueType.STRING,
        run=run,
        about=about,
        receiver=ValueType.COUNTRY,
    )


COUNTRY_FUNCTIONS: Final = (
    *(_function(*output) for output in _OUTPUTS),
    Function(
        ".parseCountryCode",
        Claims.FEDERATED,
        _SECTION,
        (),
        result=ValueType.COUNTRY,
        run=found,
        about=N_("The country of a code of two or three letters or three digits, or of a name."),
        receiver=ValueType.STRING,
    ),
    *(_method(*output) for output in _OUTPUTS),
)
"""Every function of country codes, in the order of Okta's pages."""
