"""What a captured sign-in says, as frozen values: read, and not yet compared with anything.

Their representations show nothing of the content: a traceback or a log line must not hold what was captured.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """In which form the evidence came."""

    SAML_RESPONSE = "SAMLResponse"
    FORM_BODY = "form"
    PAGE = "page"
    HAR = "har"
    XML = "xml"
    CLOUDTRAIL = "cloudtrail"


class Part(StrEnum):
    """How much of a sign-in the evidence holds."""

    RESPONSE = "Response"
    ASSERTION = "Assertion"
    STATEMENT = "AttributeStatement"
    ATTRIBUTES = "Attribute"
    EVENT = "event"


class Signature(StrEnum):
    """What is known of the signature."""

    NONE = "none"
    UNJUDGED = "unjudged"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, repr=False)
class SentAttribute:
    """One attribute as it was sent: full name, name format where one is given, and each value as it stands."""

    name: str
    name_format: str | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Window:
    """One limit in time, with the element and the XML attribute that state it, and the text that stands there."""

    place: str
    text: str
    latest: bool


@dataclass(frozen=True, slots=True, repr=False)
class Event:
    """What a CloudTrail event tells beside the attributes.

    Attributes:
        time: when the sign-in was, as the event writes it.
        error: error code and message where AWS refused it, empty where not.
        others: how many further sign-ins the evidence holds that are not judged.
    """

    time: str
    error: str
    others: int


@dataclass(frozen=True, slots=True, repr=False)
class Evidence:
    """Evidence that can be used.

    Attributes:
        form, part: what it is.
        attributes: every attribute, in the order in which it was sent.
        signature: whether it is signed; with certificates always verified, and all else comes from what is signed.
        weak: signature and digest algorithms among those used that rest on SHA-1.
        encrypted: whether the assertion was encrypted.
        name_id: the subject, None where there is none.
        recipients: Recipient of each SubjectConfirmationData.
        destination: of the Response, None where there is none or where it is not signed.
        audiences: of the AudienceRestriction.
        windows: limits in time.
        length: characters that the SAML response has in base64; None where there is no whole response.
        mended: whether an incomplete copy was made whole: a closing bracket was missing.
        event: of a CloudTrail event, None for anything else.
    """

    form: Form
    part: Part
    attributes: tuple[SentAttribute, ...]
    signature: Signature = Signature.NONE
    weak: tuple[str, ...] = ()
    encrypted: bool = False
    name_id: str | None = None
    recipients: tuple[str, ...] = ()
    destination: str | None = None
    audiences: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    length: int | None = None
    mended: bool = False
    event: Event | None = None

    @property
    def whole(self) -> bool:
        """Whether it is a whole assertion, so that what it lacks was not sent."""
        return self.part in (Part.RESPONSE, Part.ASSERTION)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of every attribute of that name, in order."""
        return tuple(value for attribute in self.attributes if attribute.name == name for value in attribute.values)
