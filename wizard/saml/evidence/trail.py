"""Reads the sign-in that CloudTrail recorded: an AssumeRoleWithSAML event, alone or in what AWS wraps around events.

https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html, read 2026-11-24. The event holds the
session tags as STS read them, and the credentials that it handed out, which are not looked at.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Event, Evidence, Form, Part, SentAttribute
from wizard.saml.evidence.limits import MOST_ATTRIBUTES, MOST_VALUES
from wizard.saml.names import (
    ROLE,
    ROLE_SESSION_NAME,
    SESSION_DURATION,
    SOURCE_IDENTITY,
    TRANSITIVE_TAG_KEYS,
    principal_tag,
)

_EVENT: Final = "AssumeRoleWithSAML"
_WRAPPERS: Final = ("Records", "Events", "detail", "CloudTrailEvent")
_DEEPEST: Final = 6


def matters(path: tuple[str, ...], member: Any) -> bool:
    """Tell whether the member of a list has to be looked at: a day of events is long."""
    in_list = not path or (len(path) == 1 and path[0] in _WRAPPERS)
    return not in_list or any(event.get("eventName") == _EVENT for event in _events(member, 0))


def from_trail(document: Any, login: str | None = None) -> Evidence:
    """Return what the latest sign-in says, the latest of `login` where one is given; Unusable where there is none."""
    events = [event for event in _events(document, 0) if event.get("eventName") == _EVENT]
    if not events:
        raise Unusable(N_("The JSON holds neither a HAR nor an AssumeRoleWithSAML event of CloudTrail"))
    own = [event for event in events if login is not None and _session_name(event) == login.casefold()]
    latest = max(own or events, key=lambda event: str(event.get("eventTime", "")))
    return _evidence(latest, len(events) - 1)


def _events(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, str):
        value = _embedded(value)
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _events(each, depth + 1)
    elif isinstance(value, dict):
        if "eventName" in value:
            yield value
        for name in _WRAPPERS:
            if name in value:
                yield from _events(value[name], depth + 1)


def _embedded(text: str) -> Any:
    try:
        return json.loads(text) if text.lstrip().startswith("{") else None
    except (ValueError, RecursionError):
        return None


def _session_name(event: dict[str, Any]) -> str:
    return str(_object(event, "requestParameters").get("roleSessionName", "")).casefold()


def _object(event: dict[str, Any], name: str) -> dict[str, Any]:
    value = event.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Unusable(N_("{name} of the CloudTrail event is no object"), name=name)
    return value


def _evidence(event: dict[str, Any], others: int) -> Evidence:
    asked, answer = _object(event, "requestParameters"), _object(event, "responseElements")
    error = ": ".join(str(event[name]) for name in ("errorCode", "errorMessage") if event.get(name))
    subject, recipient = answer.get("subject"), answer.get("audience")
    return Evidence(
        form=Form.CLOUDTRAIL,
        part=Part.EVENT,
        attributes=tuple(_attributes(asked)),
        name_id=subject if isinstance(subject, str) else None,
        recipients=(recipient,) if isinstance(recipient, str) else (),
        event=Event(str(event.get("eventTime", "")), error, others),
    )


def _attributes(asked: dict[str, Any]) -> Iterator[SentAttribute]:
    tags = _object(asked, "principalTags")
    keys = asked.get("transitiveTagKeys") or []
    if not isinstance(keys, list):
        raise Unusable(N_("{name} of the CloudTrail event is no list"), name="transitiveTagKeys")
    if len(tags) > MOST_ATTRIBUTES or len(keys) > MOST_VALUES:
        raise Unusable(N_("The CloudTrail event holds more tags than a sign-in can have"))
    yield from _predefined(asked)
    for key, value in tags.items():
        yield SentAttribute(principal_tag(key), None, (_text(value, "principalTags"),))
    if keys:
        yield SentAttribute(TRANSITIVE_TAG_KEYS, None, tuple(_text(key, "transitiveTagKeys") for key in keys))


def _predefined(asked: dict[str, Any]) -> Iterator[SentAttribute]:
    pair = [asked[name] for name in ("roleArn", "principalArn") if isinstance(asked.get(name), str)]
    if pair:
        yield SentAttribute(ROLE, None, (",".join(pair),))
    for name, field in (
        (ROLE_SESSION_NAME, "roleSessionName"),
        (SESSION_DURATION, "durationSeconds"),
        (SOURCE_IDENTITY, "sourceIdentity"),
    ):
        if asked.get(field) is not None:
            yield SentAttribute(name, None, (str(asked[field]),))


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise Unusable(N_("{name} of the CloudTrail event holds something that is no text"), name=name)
    return value
