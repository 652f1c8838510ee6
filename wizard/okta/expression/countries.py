"""The countries of ISO 3166-1, from the table that ships with the program."""

from functools import cache
from typing import Final

from wizard.okta.expression.value_type import Country
from wizard.resource import resource_text

SOURCES_DIFFER: Final = "~"
"""The mark of a country whose English name differs between CLDR and ISO."""


@cache
def _table() -> tuple[dict[str, Country], frozenset[str]]:
    countries: dict[str, Country] = {}
    differing: set[str] = set()
    for line in resource_text("data", "countries.tsv").splitlines():
        if line.startswith("#"):
            continue
        alpha2, alpha3, numeric, name, *mark = line.split("\t")
        country = Country(alpha2, alpha3, numeric, name)
        countries.update(dict.fromkeys((alpha2, alpha3, numeric, name), country))
        if mark == [SOURCES_DIFFER]:
            differing.add(name)
    return countries, frozenset(differing)


def country(text: str) -> Country | None:
    """Return the country of an alpha-2, alpha-3 or numeric code or of an English name, None where there is none."""
    return _table()[0].get(text)


def name_is_disputed(name: str) -> bool:
    """Tell whether sources differ on a country's English name."""
    return name in _table()[1]
