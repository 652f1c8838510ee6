"""CloudTrail's events of a sign-in, alone and in what AWS wraps around them."""

import json
from typing import Any

import pytest

from tests.evidence.identity_provider import PREFIX
from tests.evidence.trail import event, secret
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Form, Part, Signature
from wizard.saml.evidence.reading import read_evidence

WRAPPED = {
    "alone": lambda event: event,
    "Records": lambda event: {"Records": [{"eventName": "GetCallerIdentity"}, event]},
    "lookup-events": lambda event: {
        "Events": [{"EventName": "AssumeRoleWithSAML", "EventId": "1", "CloudTrailEvent": json.dumps(event)}]
    },
    "EventBridge": lambda event: {"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail": event},
    "a list": lambda event: [event],
    "a list of texts": lambda event: [json.dumps(event)],
}


def read(value: Any, login: str | None = None) -> Any:
    """Read a value as JSON."""
    return read_evidence(json.dumps(value).encode(), login=login)


@pytest.mark.parametrize("wrapper", WRAPPED)
def test_an_event_reads_the_same_in_every_wrapper(wrapper: str) -> None:
    """Tags, keys, session name, duration, role and provider, and the endpoint."""
    evidence = read(WRAPPED[wrapper](event()))
    assert (evidence.form, evidence.part, evidence.signature) == (Form.CLOUDTRAIL, Part.EVENT, Signature.NONE)
    assert {each.name.removeprefix(PREFIX): each.values for each in evidence.attributes} == {
        "Role": ("arn:aws:iam::111122223333:role/okta-abac,arn:aws:iam::111122223333:saml-provider/Okta",),
        "RoleSessionName": ("ada@example.com",),
        "SessionDuration": ("3600",),
        "PrincipalTag:team": ("platform",),
        "PrincipalTag:project": ("apollo",),
        "TransitiveTagKeys": ("team", "project"),
    }
    assert (evidence.name_id, evidence.recipients) == ("ada@example.com", ("https://signin.aws.amazon.com/saml",))


def test_json_lines_of_events_are_read() -> None:
    """As tools that filter logs write them."""
    lines = "\n".join(json.dumps(event(time=f"2026-11-24T10:0{minute}:00Z")) for minute in range(3))
    evidence = read_evidence(lines.encode())
    assert evidence.event is not None
    assert (evidence.event.time, evidence.event.others) == ("2026-11-24T10:02:00Z", 2)


def test_the_latest_sign_in_counts() -> None:
    """Of the person who is named, where there is one of that person."""
    events = {
        "Records": [
            event(login="ada@example.com", time="2026-11-24T10:00:00Z"),
            event(login="Bob@example.com", time="2026-11-24T11:00:00Z", team="data"),
            event(login="bob@example.com", time="2026-11-24T09:00:00Z", team="older"),
        ]
    }
    team = f"{PREFIX}PrincipalTag:team"
    assert read(events).values(team) == ("data",)
    assert read(events, "ada@example.com").values(team) == ("platform",)
    assert read(events, "bob@example.com").values(team) == ("data",)
    assert read(events, "eve@example.com").values(team) == ("data",)


def test_a_refused_sign_in_keeps_its_error() -> None:
    """Code and message; the tags may be missing then."""
    refused = event() | {
        "errorCode": "AccessDenied",
        "errorMessage": "Not authorized",
        "requestParameters": None,
        "responseElements": None,
    }
    evidence = read(refused)
    assert evidence.event is not None
    assert (evidence.event.error, evidence.attributes) == ("AccessDenied: Not authorized", ())


@pytest.mark.parametrize(
    "parameters",
    [
        [],
        "text",
        {"principalTags": []},
        {"principalTags": {"team": 1}},
        {"principalTags": {"team": ["a"]}},
        {"transitiveTagKeys": {"team": 1}},
        {"transitiveTagKeys": [1]},
        {"principalTags": {str(number): "" for number in range(1_001)}},
        {"transitiveTagKeys": ["team"] * 5_001},
    ],
)
def test_an_event_of_another_form_is_unusable(parameters: object) -> None:
    """It says which part it is, and quotes nothing."""
    with pytest.raises(Unusable, match="CloudTrail event"):
        read(event() | {"requestParameters": parameters})


def test_the_credentials_are_not_kept() -> None:
    """The event holds them; the evidence does not."""
    evidence = read(event())
    assert secret() in json.dumps(event())
    assert secret() not in str([(each.name, each.values) for each in evidence.attributes])
