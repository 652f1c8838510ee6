"""Tells the documents apart by what they hold, and reads each for what it tells of a plan."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from wizard.adoption.error import NotReadable
from wizard.adoption.sign_in import existing_sign_in
from wizard.aws.arn import is_role_name
from wizard.aws.evaluator.document import Kind, Policy, PolicyError, policy_from
from wizard.aws.existing.role import WrittenRole, policies_in
from wizard.aws.existing.trust import existing_trust
from wizard.frozen import Frozen, replace
from wizard.language import N_
from wizard.okta.existing.app import existing_app, existing_claims, is_app, is_claims
from wizard.okta.existing.rows import existing_rows, is_rows
from wizard.plan.document import parsed_document
from wizard.plan.error import PlanError
from wizard.plan.existing import Existing, Remark, guessed, told, untold
from wizard.quoting.wording import listed, quoted
from wizard.saml.evidence.decoding import decoded
from wizard.saml.evidence.decryption import decryption_key
from wizard.saml.evidence.error import Locked, NoEvidence, NoKey, Unusable
from wizard.saml.evidence.json_document import parsed_json
from wizard.saml.evidence.limits import LARGEST_HAR
from wizard.saml.evidence.reading import read_evidence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

LARGEST: Final = LARGEST_HAR
"""Bytes of a document that are read."""

_ROWS: Final = re.compile(r"^attribute_statements:", re.MULTILINE)
_PLAN: Final = re.compile(r"^version:[ \t]*[0-9]+\s*$", re.MULTILINE)
_SIGN_IN_KEYS: Final = {"log", "SAMLResponse", "Records", "Events", "eventName", "detail", "CloudTrailEvent"}
_KEY: Final = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")
_KEY_BEGINNING: Final = 4096
_AWS_APP: Final = "amazon_aws"
_MOST_STATEMENTS: Final = 500
"""Statements of a policy; the longest text that IAM takes anywhere has room for about 300 of the shortest."""


class Document(Frozen):
    """A document: what it holds, and its name as it was given, which an error names; it may be empty."""

    data: bytes
    name: str = ""

    @property
    def stem(self) -> str:
        """The name without folder and ending."""
        return PurePath(self.name).stem


class Given(NamedTuple):
    """A permission policy, with what says to which role it belongs: the role where it was said, the file's name."""

    policy: Policy
    role: str
    stem: str


class Reading(NamedTuple):
    """What one document tells: parts of a plan, and permission policies, which are read together for each role."""

    parts: tuple[Existing, ...]
    policies: tuple[Given, ...] = ()


def is_key(document: Document) -> bool:
    """Tell whether the document is a private key in PEM, which opens encrypted sign-ins among the others."""
    return _KEY.search(document.data[:_KEY_BEGINNING]) is not None


def key_in(document: Document) -> "RSAPrivateKey":
    """Return the private key that the document is; NotReadable where it can open nothing."""
    try:
        return decryption_key(document.data)
    except NoKey as error:
        raise NotReadable(document.name, error.template, **error.values) from None


def read(document: Document, key: "RSAPrivateKey | None" = None) -> Reading:
    """Return what the document tells; NotReadable where that is nothing. A `key` opens an encrypted sign-in."""
    try:
        return _read(document, key)
    except Locked:
        template = N_("The assertion is encrypted; add its private key in PEM to the documents, or give the app's JSON")
        raise NotReadable(document.name, template) from None
    except NoEvidence:
        raise NotReadable(
            document.name,
            N_("It is neither JSON, rows of Okta nor a captured sign-in; give an app's JSON, a policy or a sign-in"),
        ) from None
    except Unusable as error:
        raise NotReadable(document.name, error.template, **error.values) from None


def _read(document: Document, key: "RSAPrivateKey | None") -> Reading:
    text = decoded(document.data).strip()
    if not text:
        raise NotReadable(document.name, N_("It is empty"))
    if text[0] in "{[":
        return _from_json(document, parsed_json(text.encode()), key)
    if _ROWS.search(text) and not text.startswith("<"):
        return _from_yaml(document, text)
    if _PLAN.search(text) and not text.startswith("<"):
        raise NotReadable(document.name, N_("It is a plan already: open it"))
    return _from_sign_in(document, key)


def _from_json(document: Document, value: Any, key: "RSAPrivateKey | None") -> Reading:
    if is_claims(value):
        return _one(document, existing_claims(value))
    if is_app(value) or (isinstance(value, list) and value and all(map(is_app, value))):
        return _one(document, existing_app(_app(document, value if isinstance(value, list) else [value])))
    roles, policies = policies_in(value)
    if roles or policies:
        parts = tuple(_from_role(document, role) for role in _signing_in(roles))
        given = (Given(_policy(document, each.document, Kind.IDENTITY), each.role, document.stem) for each in policies)
        return Reading(parts, tuple(given))
    members = value if isinstance(value, list) else [value]
    if any(isinstance(each, dict) and _SIGN_IN_KEYS & each.keys() for each in members):
        return _from_sign_in(document, key)
    raise NotReadable(
        document.name,
        N_("This JSON is neither an app of Okta, nor a role or a policy of AWS, nor a captured sign-in"),
    )


def _from_yaml(document: Document, text: str) -> Reading:
    try:
        root = parsed_document(text)
    except PlanError as error:
        problem = error.problems[0]
        template = N_("line {line}, column {column}: {message}")
        raise NotReadable(
            document.name, template, line=problem.line, column=problem.column, message=problem.message
        ) from None
    if not is_rows(root):
        raise NotReadable(document.name, N_("attribute_statements holds no list"))
    return _one(document, existing_rows(root))


def _from_sign_in(document: Document, key: "RSAPrivateKey | None") -> Reading:
    return _one(document, existing_sign_in(read_evidence(document.data, key=key)))


def _one(document: Document, part: Existing) -> Reading:
    return Reading((_signed(part, document),))


def _signed(part: Existing, document: Document) -> Existing:
    """Return the part with remarks that say which document they are about."""
    return replace(part, remarks=tuple(remark._replace(source=document.name) for remark in part.remarks))


def _app(document: Document, apps: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the app for AWS; NotReadable where it cannot be told which one is meant."""
    of_aws = [app for app in apps if app.get("name") == _AWS_APP]
    chosen = apps if len(apps) == 1 else of_aws
    if len(chosen) == 1:
        return chosen[0]
    labels = listed(str(app.get("label", "")) for app in of_aws or apps)
    raise NotReadable(document.name, N_("It holds several apps: {labels}. Give the JSON of one"), labels=labels)


def _signing_in(roles: tuple[WrittenRole, ...]) -> Iterable[WrittenRole]:
    """Return the roles of a list that trust a SAML provider, what the list is read for; one alone in any case."""
    return roles if len(roles) == 1 else (role for role in roles if "saml-provider/" in str(role.trust))


def _from_role(document: Document, role: WrittenRole) -> Existing:
    name, remark = _role_name(document, role)
    part = existing_trust(_policy(document, role.trust, Kind.TRUST), name, role.session_duration)
    return _signed(replace(part, remarks=(remark, *part.remarks)), document)


def _role_name(document: Document, role: WrittenRole) -> tuple[str, Remark]:
    if role.name:
        return role.name, told(N_("The role {name}."), name=quoted(role.name))
    if is_role_name(document.stem):
        return document.stem, guessed(N_("The role is called {name}, like the file."), name=quoted(document.stem))
    return "", untold(N_("The name of the role: a trust policy does not hold it."))


def _policy(document: Document, value: Any, kind: Kind) -> Policy:
    try:
        policy = policy_from(value, document.name, kind)
    except PolicyError as error:
        raise NotReadable(document.name, "{error}", error=str(error)) from None
    if len(policy.statements) > _MOST_STATEMENTS:
        raise NotReadable(document.name, N_("It has more statements than IAM takes in any policy"))
    return policy
