"""Whom and what Okta's two pages about expressions suppose: the people, the groups, the time.

The examples are those of https://developer.okta.com/docs/reference/okta-expression-language/ and
https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/, read 2026-11-24.
"""

from datetime import UTC, datetime
from typing import NamedTuple

from wizard.okta.expression import Group, Surroundings
from wizard.plan.model import Person, ProfileValue

PERSON = Person(
    "winston.churchill@gmail.com",
    (
        ("firstName", "Winston"),
        ("lastName", "Churchill"),
        ("middleInitial", ""),
        ("email", "winston.churchill@gmail.com"),
        ("arrayAttribute", (10, 20, 30)),
        ("arrayProperty", ("a", "b")),
        ("groupCode", 123),
        ("city", "San Francisco"),
        ("department", "California-West-Sales"),
        ("primaryPhone", "+1 (415) 555-1234"),
        ("title", "Engineer"),
        ("salary", 1_000_000),
        ("isContractor", False),
        ("nonEmployeeNumber", "N-7"),
        ("courtesyTitle", "Sir"),
        ("honorificPrefix", ""),
        ("favoriteColors", ("red", "blue")),
        ("hasBadge", True),
    ),
)
"""The person of the classic page, with a value for every attribute that its samples read but employeeNumber."""

JOHN = Person(
    "john.doe@okta.com",
    (
        ("firstName", "John"),
        ("lastName", "Doe"),
        ("email", "john.doe@okta.com"),
        ("strArray", ("one", "two")),
        ("intArray", (1, 2, 3)),
        ("stringDouble", "1.1"),
        ("country", "United States"),
        ("countryAlpha2", "US"),
        ("countryAlpha3", "USA"),
        ("isContractor", False),
        ("middleInitial", "Q"),
    ),
)
"""The person of Identity Engine's page."""

KNOWN = Surroundings(
    groups=(
        Group("00gak46y5hydV6NdM0g4", "Everyone", "BUILT_IN", "0oazmqPIbHiVJBG4C0g3"),
        Group("00g1emaKYZTWRYYRRTSK", "West Coast Users", "OKTA_GROUP", "0a81509410bdf807f680"),
        Group("00garwpuyxHaWOkdV0g4", "West Coast Admins", "OKTA_GROUP", "0a03d062d3918fd34742"),
        Group("00gjitX9HqABSoqTB0g3", "Engineering Users", "APP_GROUP", "0aae4be2456eb62f7c3d"),
        Group("00gnftmgQxC2L19j6I9c", "Engineering Users", "APP_GROUP", "0a61c8dacb58b3c0716e"),
    ),
    now=datetime(2015, 7, 31, 17, 18, 37, 979_000, tzinfo=UTC),
    references={
        "user.created": "2015-07-30T23:58:32.000Z",
        "session.amr": ("pwd",),
        "org.name": "Example",
        "appuser.firstName": "Win",
        "active_directory.managerUpn": "bob@okta.com",
        'user.getInternalProperty("id")': "00u1",
        'user.getInternalProperty("status")': "ACTIVE",
        'user.getLinkedObject("manager").lastName': "Gates",
        'getManagerUser("active_directory").firstName': "Neville",
        'getManagerAppUser("active_directory", "google").firstName': "Neville",
        'getAssistantUser("active_directory").firstName': "Grace",
        'getAssistantAppUser("active_directory", "google").firstName': "Grace",
        "hasWorkdayUser()": True,
        "findWorkdayUser().employeeID": "123456",
        "hasDirectoryUser()": True,
        "findDirectoryUser().managerUpn": "bob@okta.com",
        "appuser.entitlements.role": ("Read", "Write"),
        "device.profile.platform": "MACOS",
        "user.id": "00u1",
        "user.status": "ACTIVE",
    },
)
"""The groups and the time of the pages, and what their samples read from elsewhere."""


class Example(NamedTuple):
    """One example: the function or the subject, the expression, and what it gives."""

    subject: str
    text: str
    value: ProfileValue
