"""The attributes that every Okta user profile has; all of them are strings.

https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/ (UserSchemaBaseProperties), read
2026-11-24.
"""

from typing import Final

from wizard.frozen import Frozen


class BaseAttribute(Frozen):
    """One base attribute: its variable name, its title in the console, and its lengths; None where none is stated."""

    name: str
    title: str
    shortest: int | None = None
    longest: int | None = None


BASE_ATTRIBUTES: Final = (
    BaseAttribute("login", "Username", 5, 100),
    BaseAttribute("email", "Primary email", 5, 100),
    BaseAttribute("secondEmail", "Secondary email", 5, 100),
    BaseAttribute("firstName", "First name", 1, 50),
    BaseAttribute("lastName", "Last name", 1, 50),
    BaseAttribute("middleName", "Middle name"),
    BaseAttribute("honorificPrefix", "Honorific prefix"),
    BaseAttribute("honorificSuffix", "Honorific suffix"),
    BaseAttribute("title", "Title"),
    BaseAttribute("displayName", "Display name"),
    BaseAttribute("nickName", "Nickname"),
    BaseAttribute("profileUrl", "Profile URL"),
    BaseAttribute("primaryPhone", "Primary phone", 0, 100),
    BaseAttribute("mobilePhone", "Mobile phone", 0, 100),
    BaseAttribute("streetAddress", "Street address"),
    BaseAttribute("city", "City"),
    BaseAttribute("state", "State"),
    BaseAttribute("zipCode", "Zip code"),
    BaseAttribute("countryCode", "Country code"),
    BaseAttribute("postalAddress", "Postal address"),
    BaseAttribute("preferredLanguage", "Preferred language"),
    BaseAttribute("locale", "Locale"),
    BaseAttribute("timezone", "Time zone"),
    BaseAttribute("userType", "User type"),
    BaseAttribute("employeeNumber", "Employee number"),
    BaseAttribute("costCenter", "Cost center"),
    BaseAttribute("organization", "Organization"),
    BaseAttribute("division", "Division"),
    BaseAttribute("department", "Department"),
    BaseAttribute("managerId", "Manager ID"),
    BaseAttribute("manager", "Manager"),
)

BASE_NAMES: Final = frozenset(attribute.name for attribute in BASE_ATTRIBUTES)
"""The names of all of them."""
