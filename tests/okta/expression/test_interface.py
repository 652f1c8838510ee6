"""The package as others use it."""

import subprocess
import sys

import pytest

import wizard.okta.expression as package
from wizard.okta.expression import documented_functions, string_literal
from wizard.okta.expression.countries import country
from wizard.plan.model import Claims

FACTS = {
    Claims.STATEMENTS: """
        String.append String.join String.len String.removeSpaces String.replace String.replaceFirst String.startsWith
        String.stringContains String.stringSwitch String.substring String.substringAfter String.substringBefore
        String.toUpperCase String.toLowerCase toUpperCase toLowerCase substringBefore substringAfter substring
        Arrays.add Arrays.remove Arrays.clear Arrays.get Arrays.flatten Arrays.contains Arrays.size Arrays.isEmpty
        Arrays.toCsvString Convert.toInt Convert.toNum Iso3166Convert.toAlpha2 Iso3166Convert.toAlpha3
        Iso3166Convert.toNumeric Iso3166Convert.toName getFilteredGroups isMemberOfGroupName isMemberOfGroup
        isMemberOfAnyGroup isMemberOfGroupNameStartsWith isMemberOfGroupNameContains isMemberOfGroupNameRegex
        user.getGroups Groups.contains Groups.startsWith Groups.endsWith user.getLinkedObject user.getInternalProperty
        Time.now Time.fromWindowsToIso8601 Time.fromUnixToIso8601 Time.fromStringToIso8601 Time.fromIso8601ToWindows
        Time.fromIso8601ToUnix Time.fromIso8601ToString getManagerUser getManagerAppUser getAssistantUser
        getAssistantAppUser hasDirectoryUser hasWorkdayUser findDirectoryUser findWorkdayUser
    """,
    Claims.FEDERATED: """
        .toUpperCase .toLowerCase .substring .replace .replaceFirst .length .removeSpaces .contains .substringBefore
        .substringAfter .size .isEmpty .add .remove .flatten .toInteger .toNumber .parseCountryCode .toAlpha2 .toAlpha3
        .toNumeric .toName user.getGroups user.isMemberOf user.getLinkedObject DateTime.now Time.now .parseWindowsTime
        .parseUnixTime .parseStringTime .toWindows .toUnix .toString .toZone .plusDays .plusHours .plusMinutes
        .plusSeconds .minusDays .minusHours .minusMinutes .minusSeconds .withinDays .withinHours .withinMinutes
        .withinSeconds
    """,
}
"""The functions of Okta's pages, by dialect."""


@pytest.mark.parametrize("claims", Claims)
def test_the_table_holds_what_okta_documents(claims: Claims) -> None:
    """The table has every function of the page of its dialect, and no other."""
    assert {function.name for function in documented_functions(claims)} == set(FACTS[claims].split())


def test_every_function_says_what_it_does_and_where_that_stands() -> None:
    """Each function has a sentence and the section of Okta's page."""
    for function in (*documented_functions(Claims.STATEMENTS), *documented_functions(Claims.FEDERATED)):
        assert function.about.endswith(".")
        assert function.source.startswith("https://developer.okta.com/docs/reference/okta-expression-language")
        assert ("identity-engine" in function.source) == (function.claims is Claims.FEDERATED)


@pytest.mark.parametrize("name", package.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Each name that the package offers can be imported, and its docstring names the functions."""
    assert getattr(package, name) is not None
    assert name in str(package.__doc__) or name[0].isupper()


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that the package does not have gives Python's own error."""
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = package.nothing  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_of_it() -> None:
    """The import alone loads no module of the package; reading an expression loads no function."""
    code = (
        "import sys, wizard.plan.model; from wizard.plan.model import Claims; import wizard.okta.expression as package;"
        "loaded = lambda: [name for name in sys.modules if name.startswith('wizard.okta.expression.')];"
        "first = loaded(); package.references(package.parsed('user.team', Claims.STATEMENTS));"
        "print(first, any('functions' in name for name in loaded()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] False\n"


def test_a_text_becomes_a_literal() -> None:
    """A text in quotation marks doubles those within."""
    assert string_literal('say "so"') == '"say ""so"""'


@pytest.mark.parametrize("text", ["AX", "ALA", "248", "Åland Islands"])
def test_a_country_is_found_by_every_code(text: str) -> None:
    """Codes of two letters, three letters and three digits and the name lead to one country."""
    found = country(text)
    assert found is not None
    assert (found.alpha2, found.alpha3, found.numeric, found.name) == ("AX", "ALA", "248", "Åland Islands")


def test_there_are_249_countries() -> None:
    """The table holds the 249 countries of ISO 3166-1, with codes of the right form that are all different."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    found = [one for first in letters for second in letters if (one := country(first + second)) is not None]
    assert len(found) == 249
    assert len({one.alpha3 for one in found}) == len({one.numeric for one in found}) == 249
    assert all(len(one.alpha3) == 3 and one.numeric.isdigit() and len(one.numeric) == 3 for one in found)
