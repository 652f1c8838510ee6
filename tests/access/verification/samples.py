"""Evidence that is not as planned, each with what is said about it: every rule about evidence is in one of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.evidence import okta
from tests.evidence.identity_provider import PAIR
from tests.evidence.okta import ada, attribute, response, statement
from tests.evidence.trail import event
from wizard.access.verification.difference import Severity

HEAD = """version: 1
aws:
  accounts: ["111122223333"]
  roles: [{name: okta-abac}]
people:
  - {login: ada@example.com, profile: {team: platform, project: apollo}}
  - {login: bob@example.com, profile: {team: data}}
tags:
"""
TWO = f"""{HEAD}
  - {{key: team, value: user.team, transitive: true}}
  - {{key: project, value: user.project, transitive: true}}
"""
OPTIONAL = f"""{HEAD}
  - {{key: team, value: user.team, transitive: true}}
  - {{key: project, value: user.project, required: false, transitive: true}}
"""
ALLOWED = TWO.replace("value: user.team,", "value: user.team, allowed: [platform, data],")
NO_KEYS = TWO.replace(", transitive: true", "")
IDENTITY_CENTER = NO_KEYS.replace("version: 1", "version: 1\ntarget: identity-center")
PREVIEW = {"team": "user.team", "project": "user.project"}
KEYS = '{"team", "project"}'

E, W, N = Severity.ERROR, Severity.WARNING, Severity.INFO
Told = tuple[str, Severity, str]


@dataclass(frozen=True)
class Sample:
    """Evidence, and what is said about it: rule, severity, and the attribute without what AWS's names begin with."""

    evidence: str | bytes
    told: tuple[Told, ...]
    plan: str = TWO
    person: str | None = None
    at: str = ""
    words: tuple[str, ...] = field(default=())


def named(sent: Mapping[str, list[str]], old: str, new: str) -> str:
    """Return a statement in which one attribute has another name."""
    return statement({(new if name == old else name): values for name, values in sent.items()})


def trail(**changed: object) -> str:
    """Return an event with other request parameters; None leaves one out."""
    found = event()
    found["requestParameters"] = {
        name: value for name, value in (found["requestParameters"] | changed).items() if value is not None
    }
    return json.dumps(found)


def elsewhere(arn: str) -> str:
    """Return the pair of the plan with something of it replaced."""
    old, new = arn.split(">")
    return PAIR.replace(old, new)


SAMPLES: dict[str, Sample] = {
    "as planned": Sample(response(), ()),
    "as planned, the pair the other way round": Sample(response(ada(Role=[",".join(PAIR.split(",")[::-1])])), ()),
    "as planned, keys in another order": Sample(response(ada(TransitiveTagKeys=["project", "team"])), ()),
    "as planned, assertion": Sample(okta.assertion(), ()),
    "as planned, statement": Sample(statement(ada()), ()),
    "as planned, event": Sample(json.dumps(event()), ()),
    "as planned, preview": Sample(okta.preview(PREVIEW, KEYS), ()),
    "as planned, preview with other spacing": Sample(okta.preview(PREVIEW, '{"project","team"}'), ()),
    "as planned, without transitive keys": Sample(response(ada(TransitiveTagKeys=None)), (), plan=NO_KEYS),
    "missing": Sample(
        response(ada(team=None)),
        (("EVD101", E, "PrincipalTag:team"), ("EVD122", E, "TransitiveTagKeys")),
        words=("no tag of this sign-in",),
    ),
    "missing keys": Sample(response(ada(TransitiveTagKeys=None)), (("EVD101", E, "TransitiveTagKeys"),)),
    "missing in an event": Sample(
        trail(principalTags={"team": "platform"}, transitiveTagKeys=["team", "project"]),
        (("EVD101", E, "PrincipalTag:project"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "missing in a preview": Sample(okta.preview({"team": "user.team"}, KEYS), (("EVD101", E, "PrincipalTag:project"),)),
    "missing, and nothing to send": Sample(
        response(ada(team=["data"], project=None, TransitiveTagKeys=["team", "project"])),
        (("EVD101", E, "PrincipalTag:project"), ("EVD122", E, "TransitiveTagKeys"), ("EVD142", W, "NameID")),
        person="bob@example.com",
        words=("bob@example.com has no value for it",),
    ),
    "missing and optional": Sample(
        response(ada(project=None, RoleSessionName=["eve"]), name_id="eve"),
        (("EVD101", N, "PrincipalTag:project"), ("EVD122", E, "TransitiveTagKeys")),
        plan=OPTIONAL,
    ),
    "missing, optional, and nothing to send": Sample(
        response(
            ada(team=["data"], project=None, TransitiveTagKeys=None, RoleSessionName=["bob@example.com"]), name_id="bob"
        ),
        (),
        plan=OPTIONAL.replace(", transitive: true", ""),
    ),
    "misspelled key": Sample(
        named(ada(), "PrincipalTag:project", "PrincipalTag:projct"),
        (("EVD102", E, "PrincipalTag:projct"), ("EVD122", E, "TransitiveTagKeys")),
        words=("PrincipalTag:project",),
    ),
    "key in another case": Sample(
        named(ada(), "PrincipalTag:team", "PrincipalTag:Team"),
        (("EVD102", E, "PrincipalTag:Team"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "misspelled beginning": Sample(
        named(ada(), "PrincipalTag:team", "PrincipleTag:team"),
        (("EVD102", E, "PrincipleTag:team"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "beginning in another case": Sample(
        named(ada(), "PrincipalTag:team", "principaltag:team"),
        (("EVD102", E, "principaltag:team"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "slash instead of colon": Sample(
        named(ada(), "PrincipalTag:team", "PrincipalTag/team"),
        (("EVD102", E, "PrincipalTag/team"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "http": Sample(
        statement(ada()).replace(
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
            "http://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
        ),
        (("EVD102", E, "http://aws.amazon.com/SAML/Attributes/PrincipalTag:team"), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "a name with a space": Sample(
        named(ada(), "PrincipalTag:team", "PrincipalTag:team "),
        (("EVD102", E, "PrincipalTag:team "), ("EVD122", E, "TransitiveTagKeys")),
    ),
    "misspelled keys": Sample(
        named(ada(), "TransitiveTagKeys", "TransitiveTagKey"), (("EVD102", E, "TransitiveTagKey"),)
    ),
    "misspelled role": Sample(
        response(inner=named(ada(), "Role", "role")), (("EVD102", E, "role"), ("EVD131", E, "Role"))
    ),
    "unexpected": Sample(
        statement(ada() | {"PrincipalTag:costCenter": ["1"]}), (("EVD103", E, "PrincipalTag:costCenter"),)
    ),
    "unexpected keys": Sample(response(), (("EVD103", E, "TransitiveTagKeys"),), plan=NO_KEYS),
    "a source identity": Sample(statement(ada() | {"SourceIdentity": ["ada"]}), (("EVD103", E, "SourceIdentity"),)),
    "AccessControl": Sample(
        named(ada(), "PrincipalTag:team", "AccessControl:team"),
        (("EVD104", E, "AccessControl:team"), ("EVD122", E, "TransitiveTagKeys")),
        words=("IAM Identity Center reads this name", "PrincipalTag:team"),
    ),
    "AccessControl beside PrincipalTag": Sample(
        statement(ada() | {"AccessControl:team": ["platform"]}), (("EVD104", E, "AccessControl:team"),)
    ),
    "PrincipalTag for Identity Center": Sample(
        statement({"PrincipalTag:team": ["platform"], "AccessControl:project": ["apollo"]}),
        (("EVD104", E, "PrincipalTag:team"),),
        plan=IDENTITY_CENTER,
        words=("IAM federation reads this name",),
    ),
    "twice": Sample(
        statement(ada()).replace(
            "</saml2:AttributeStatement>", attribute("PrincipalTag:team", ["platform"]) + "</saml2:AttributeStatement>"
        ),
        (("EVD105", E, "PrincipalTag:team"),),
    ),
    "twice, but for case": Sample(
        statement(ada() | {"PrincipalTag:TEAM": ["x"]}),
        (("EVD103", E, "PrincipalTag:TEAM"), ("EVD105", E, "PrincipalTag:TEAM")),
    ),
    "name format": Sample(
        statement(ada()).replace("attrname-format:uri", "attrname-format:basic"),
        (("EVD106", E, "PrincipalTag:team"), ("EVD106", E, "PrincipalTag:project"), ("EVD106", E, "TransitiveTagKeys")),
        words=("Basic", "URI Reference"),
    ),
    "name format left out": Sample(
        response(inner=statement(ada()).replace(f' NameFormat="{okta.URI}"', "")),
        (("EVD106", W, "PrincipalTag:team"), ("EVD106", W, "PrincipalTag:project"), ("EVD106", W, "TransitiveTagKeys")),
    ),
    "no tag at all": Sample(
        response({name: values for name, values in ada().items() if "T" not in name}),
        (
            ("EVD101", E, "PrincipalTag:team"),
            ("EVD101", E, "PrincipalTag:project"),
            ("EVD101", E, "TransitiveTagKeys"),
            ("EVD107", E, ""),
        ),
        words=("OIN_SAML2_DYNAMIC_ATTRIBUTES",),
    ),
    "not for AWS": Sample(
        statement(ada() | {"https://example.com/email": ["x"]}), (("EVD109", N, "https://example.com/email"),)
    ),
    "under AWS's name, and unknown": Sample(statement(ada() | {"Quota": ["x"]}), (("EVD109", W, "Quota"),)),
    "empty": Sample(response(ada(team=[""])), (("EVD111", E, "PrincipalTag:team"),)),
    "no value element": Sample(response(ada(team=[])), (("EVD111", E, "PrincipalTag:team"),)),
    "empty and optional": Sample(
        response(ada(project=[""], RoleSessionName=["eve"]), name_id="eve"),
        (("EVD111", W, "PrincipalTag:project"),),
        plan=OPTIONAL,
    ),
    "padded": Sample(response(ada(team=[" platform"])), (("EVD112", E, "PrincipalTag:team"),)),
    "padded with a line": Sample(response(ada(team=["platform\n"])), (("EVD112", E, "PrincipalTag:team"),)),
    "padded keys": Sample(response(ada(TransitiveTagKeys=["team ", "project"])), (("EVD112", E, "TransitiveTagKeys"),)),
    "padded in a preview": Sample(
        okta.preview({"team": " user.team ", "project": "user.project"}, KEYS), (("EVD112", W, "PrincipalTag:team"),)
    ),
    "several": Sample(response(ada(team=["platform", "data"])), (("EVD113", E, "PrincipalTag:team"),)),
    "too long": Sample(
        response(ada(team=["x" * 257], RoleSessionName=["eve"]), name_id="eve"),
        (("EVD114", E, "PrincipalTag:team"),),
        words=("257 characters; AWS allows 256",),
    ),
    "as long as allowed": Sample(response(ada(team=["x" * 256], RoleSessionName=["eve"]), name_id="eve"), ()),
    "a key too long": Sample(
        statement(ada() | {f"PrincipalTag:{'k' * 129}": ["x"]}),
        (("EVD103", E, f"PrincipalTag:{'k' * 129}"), ("EVD114", E, f"PrincipalTag:{'k' * 129}")),
    ),
    "foreign": Sample(
        response(
            ada(
                team=[
                    "R&D",
                ],
                RoleSessionName=["eve"],
            ),
            name_id="eve",
        ),
        (("EVD115", E, "PrincipalTag:team"),),
        words=('"&"',),
    ),
    "decomposed": Sample(
        response(ada(team=["e\u0301quipe"], RoleSessionName=["eve"]), name_id="eve"),
        (("EVD115", E, "PrincipalTag:team"),),
        words=("composed accents", "U+0301"),
    ),
    "reserved": Sample(
        response(ada(team=["AWS:team"], RoleSessionName=["eve"]), name_id="eve"),
        (("EVD116", E, "PrincipalTag:team"),),
    ),
    "not allowed": Sample(
        response(ada(team=["Platform"], RoleSessionName=["eve"]), name_id="eve"),
        (("EVD117", E, "PrincipalTag:team"),),
        plan=ALLOWED,
    ),
    "another value": Sample(response(ada(team=["data"])), (("EVD118", E, "PrincipalTag:team"),)),
    "another person's": Sample(
        response(),
        (("EVD118", E, "PrincipalTag:team"), ("EVD118", E, "PrincipalTag:project"), ("EVD142", W, "NameID")),
        person="bob@example.com",
    ),
    "another value, padded": Sample(
        response(ada(team=[" data "])), (("EVD112", E, "PrincipalTag:team"), ("EVD118", E, "PrincipalTag:team"))
    ),
    "an expression instead of the value": Sample(
        response(ada(team=["user.team"])), (("EVD118", E, "PrincipalTag:team"),)
    ),
    "another expression": Sample(
        okta.preview({"team": "user.department", "project": "user.project"}, KEYS),
        (("EVD119", E, "PrincipalTag:team"),),
    ),
    "an expression that cannot be read": Sample(
        okta.preview({"team": "user.team((", "project": "user.project"}, KEYS), (("EVD119", E, "PrincipalTag:team"),)
    ),
    "the same expression in other words": Sample(
        okta.preview({"team": " user . team", "project": "user.project"}, KEYS), (("EVD112", W, "PrincipalTag:team"),)
    ),
    "flattened with commas": Sample(
        response(ada(TransitiveTagKeys=["team,project"])),
        (("EVD121", E, "TransitiveTagKeys"),),
        words=("SAML_SUPPORT_ARRAY_ATTRIBUTES",),
    ),
    "flattened to the literal": Sample(response(ada(TransitiveTagKeys=[KEYS])), (("EVD121", E, "TransitiveTagKeys"),)),
    "flattened in an event": Sample(trail(transitiveTagKeys=["team,project"]), (("EVD121", E, "TransitiveTagKeys"),)),
    "a key too few": Sample(
        response(ada(TransitiveTagKeys=["team"])), (("EVD122", E, "TransitiveTagKeys"),), words=('missing: "project"',)
    ),
    "a key too many": Sample(
        response(ada(TransitiveTagKeys=["team", "project", "env"])),
        (("EVD122", E, "TransitiveTagKeys"),),
        words=('not in the plan: "env"',),
    ),
    "a key in another case": Sample(
        response(ada(TransitiveTagKeys=["Team", "project"])), (("EVD122", E, "TransitiveTagKeys"),)
    ),
    "a key with braces": Sample(
        response(ada(TransitiveTagKeys=["team", "project", "{0}{x"])), (("EVD122", E, "TransitiveTagKeys"),)
    ),
    "other keys in a preview": Sample(
        okta.preview(PREVIEW, '{"team", "env"}'), (("EVD122", E, "TransitiveTagKeys"),), words=('missing: "project"',)
    ),
    "too many tags": Sample(
        statement(ada() | {f"PrincipalTag:k{number}-tag": ["x"] for number in range(49)}),
        (*(("EVD103", E, f"PrincipalTag:k{number}-tag") for number in range(49)), ("EVD123", E, "")),
    ),
    "no role": Sample(response(ada(Role=None)), (("EVD131", E, "Role"),)),
    "a role alone": Sample(response(ada(Role=["arn:aws:iam::111122223333:role/okta-abac"])), (("EVD131", E, "Role"),)),
    "two roles in one": Sample(
        response(ada(Role=["arn:aws:iam::111122223333:role/a,arn:aws:iam::111122223333:role/b"])),
        (("EVD131", E, "Role"),),
    ),
    "another account": Sample(response(ada(Role=[elsewhere("111122223333>999999999999")])), (("EVD132", E, "Role"),)),
    "another provider": Sample(response(ada(Role=[elsewhere("/Okta>/OKTA")])), (("EVD132", E, "Role"),)),
    "another role": Sample(response(ada(Role=[elsewhere("okta-abac>admin")])), (("EVD132", E, "Role"),)),
    "another partition": Sample(response(ada(Role=[elsewhere("arn:aws:>arn:aws-cn:")])), (("EVD132", E, "Role"),)),
    "a role with a path": Sample(response(ada(Role=[elsewhere("role/>role/teams/")])), ()),
    "another role beside the plan's": Sample(
        response(ada(Role=[PAIR, elsewhere("okta-abac>admin")])), (("EVD132", W, "Role"),)
    ),
    "no session name": Sample(response(ada(RoleSessionName=None)), (("EVD133", E, "RoleSessionName"),)),
    "a session name with a space": Sample(
        response(ada(RoleSessionName=["Ada Byron"])), (("EVD133", E, "RoleSessionName"),)
    ),
    "a session name too long": Sample(
        response(ada(RoleSessionName=["a" * 65])), (("EVD133", E, "RoleSessionName"),), words=("65 characters",)
    ),
    "a duration that is none": Sample(response(ada(SessionDuration=["1h"])), (("EVD134", E, "SessionDuration"),)),
    "a duration too short": Sample(response(ada(SessionDuration=["899"])), (("EVD134", E, "SessionDuration"),)),
    "a duration that a role refuses": Sample(
        response(ada(SessionDuration=["7200"])), (("EVD134", E, "SessionDuration"),)
    ),
    "another duration": Sample(response(ada(SessionDuration=["1800"])), (("EVD134", W, "SessionDuration"),)),
    "another endpoint": Sample(
        response(recipient="https://signin.amazonaws.cn/saml"),
        (("EVD135", E, "Recipient"),),
        words=("partition, which is aws",),
    ),
    "a region's endpoint": Sample(
        response(recipient="https://eu-west-1.signin.aws.amazon.com/saml"),
        (("EVD135", E, "Recipient"),),
        words=("sign_in_regions",),
    ),
    "an accepted region's endpoint": Sample(
        response(recipient="https://eu-west-1.signin.aws.amazon.com/saml"),
        (),
        plan=TWO.replace("aws:\n", "aws:\n  sign_in_regions: [eu-west-1]\n"),
    ),
    "China as planned": Sample(
        response(
            ada(Role=[elsewhere("arn:aws:>arn:aws-cn:")]),
            destination="https://signin.amazonaws.cn/saml",
            recipient="https://signin.amazonaws.cn/saml",
            audience="urn:amazon:webservices:cn-north-1",
        ),
        (),
        plan=TWO.replace("aws:\n", "aws:\n  partition: aws-cn\n"),
    ),
    "another destination": Sample(response(destination="https://example.com/saml"), (("EVD136", W, "Destination"),)),
    "another audience": Sample(response(audience="urn:example"), (("EVD137", E, "Audience"),)),
    "in time": Sample(response(), (), at=okta.AT),
    "too early": Sample(
        response(), (("EVD138", E, "Conditions NotBefore"),), at="2026-11-24T09:55:00Z", words=("not valid yet",)
    ),
    "too late": Sample(
        response(),
        (("EVD138", E, "Conditions NotOnOrAfter"), ("EVD138", E, "SubjectConfirmationData NotOnOrAfter")),
        at="2026-11-24T11:06:00+01:00",
        words=("expired at 2026-11-24T10:06:00Z",),
    ),
    "no time at all": Sample(
        response(after="tomorrow"),
        (("EVD138", E, "Conditions NotOnOrAfter"), ("EVD138", E, "SubjectConfirmationData NotOnOrAfter")),
    ),
    "a response too long": Sample(
        response(inner=statement(ada()) + f"<!--{'x' * 80_000}-->"), (("EVD139", E, "SAMLResponse"),)
    ),
    "nobody": Sample(response(name_id=" "), (("EVD140", E, "NameID"),)),
    "refused": Sample(
        json.dumps(event() | {"errorCode": "AccessDenied", "errorMessage": "Not authorized"}),
        (("EVD143", E, "errorMessage"),),
    ),
    "a bracket lost": Sample(okta.preview(PREVIEW, KEYS)[:-1], (("EVD144", W, ""),)),
    "several events": Sample(json.dumps([event(), event(time="2026-11-23T10:00:00Z")]), (("EVD145", N, "eventTime"),)),
}

WEAK = response(
    inner=statement(ada()) + '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>'
    '<ds:SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/></ds:SignedInfo></ds:Signature>'
)
SAMPLES["a weak signature"] = Sample(WEAK, (("EVD141", W, "Signature"),), words=("rsa-sha1",))
