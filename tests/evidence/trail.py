"""CloudTrail's event of a sign-in, as AWS documents it."""

from typing import Any


def secret() -> str:
    """Return the session token in the event."""
    return "FwoGZXIvYXdzEXAMPLE"


def event(
    login: str = "ada@example.com",
    time: str = "2026-11-24T10:00:01Z",
    team: str = "platform",
    keys: tuple[str, ...] = ("team", "project"),
) -> dict[str, Any]:
    """Return an AssumeRoleWithSAML event."""
    return {
        "eventVersion": "1.11",
        "userIdentity": {"type": "SAMLUser", "userName": login},
        "eventTime": time,
        "eventSource": "sts.amazonaws.com",
        "eventName": "AssumeRoleWithSAML",
        "awsRegion": "us-east-1",
        "requestParameters": {
            "sAMLAssertionID": "_c0046cEXAMPLE",
            "roleSessionName": login,
            "principalTags": {"team": team, "project": "apollo"},
            "transitiveTagKeys": list(keys),
            "durationSeconds": 3600,
            "roleArn": "arn:aws:iam::111122223333:role/okta-abac",
            "principalArn": "arn:aws:iam::111122223333:saml-provider/Okta",
        },
        "responseElements": {
            "subjectType": "unspecified",
            "subject": login,
            "issuer": "http://www.okta.com/exk0example0",
            "audience": "https://signin.aws.amazon.com/saml",
            "credentials": {"accessKeyId": "ASIAEXAMPLE", "sessionToken": secret()},
        },
    }
