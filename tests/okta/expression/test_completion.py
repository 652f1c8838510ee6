"""What the editor offers."""

import pytest

from wizard.okta.expression import CompletionKind, completions
from wizard.plan.model import Claims

CLASSIC, FEDERATED = Claims.STATEMENTS, Claims.FEDERATED
NAMES = ("team", "teamLead", "city")


def offered(text: str, claims: Claims = CLASSIC) -> list[str]:
    """Return the texts that are offered with the cursor behind the text."""
    return [one.text for one in completions(text, len(text) + 1, claims, NAMES)]


@pytest.mark.parametrize(
    ("claims", "text", "first"),
    [
        (CLASSIC, "user.te", ["user.team", "user.teamLead"]),
        (CLASSIC, "te", ["user.team", "user.teamLead"]),
        (CLASSIC, "USER.CITY", ["user.city"]),
        (CLASSIC, "'x' + us", ["user.team", "user.teamLead", "user.login"]),
        (CLASSIC, "String.sub", ["String.substring(", "String.substringAfter(", "String.substringBefore("]),
        (CLASSIC, "toupp", ["String.toUpperCase("]),
        (CLASSIC, "hasDir", ["hasDirectoryUser()"]),
        (FEDERATED, "user.profile.te", ["user.profile.team", "user.profile.teamLead"]),
        (FEDERATED, "user.cr", ["user.created"]),
        (FEDERATED, "user.profile.city.sub", [".substring(", ".substringBefore(", ".substringAfter("]),
        (FEDERATED, "'x'.len", [".length()"]),
        (FEDERATED, "user.profile.city.trim().toU", [".toUpperCase()", ".toUnix()"]),
        (FEDERATED, "{1}.si", [".size()"]),
    ],
)
def test_the_nearest_offers_come_first(claims: Claims, text: str, first: list[str]) -> None:
    """The profile's own attributes come first, then base attributes, then functions, each where it begins alike."""
    assert offered(text, claims)[: len(first)] == first


@pytest.mark.parametrize("text", ["'user.", '"a" + "us', "user.team.x", "1 + .x", ".a", "user.zzzz"])
def test_nothing_is_offered_where_nothing_fits(text: str) -> None:
    """Inside quotation marks, behind a dot without a value and for an unknown beginning there is no offer."""
    assert offered(text) == []


def test_an_offer_replaces_the_word_before_the_cursor() -> None:
    """An offer says from where it replaces, what it is, and what it is about."""
    offer, *_others = completions("'a' + user.tea + 'b'", 15, CLASSIC, NAMES)
    assert (offer.text, offer.start, offer.kind) == ("user.team", 7, CompletionKind.ATTRIBUTE)
    assert offer.about == "Custom attribute of the Okta user profile."
    method, *_others = completions("user.profile.city.sub", 22, FEDERATED)
    assert (method.text, method.start, method.kind) == (".substring(", 18, CompletionKind.FUNCTION)


def test_an_empty_row_offers_everything_that_is_documented_for_it() -> None:
    """At the start all attributes and functions are offered, but no deprecated ones and none of other places."""
    found = offered("")
    assert {"user.team", "user.login", "String.len(", "Time.now("} <= set(found)
    assert not {"toUpperCase(", "Groups.contains("} & set(found)
    assert found == offered("", CLASSIC)
    assert completions("user.team", 0, CLASSIC) == completions("", 1, CLASSIC)
    assert len(found) == len(set(found))


def test_a_base_attribute_is_offered_once() -> None:
    """An attribute of the profile that Okta has by itself is named by its title, once."""
    assert [one.about for one in completions("user.city", 10, CLASSIC, NAMES)] == ["City"]
