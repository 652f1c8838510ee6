"""Reads evidence, told apart by what it holds, and says why where it cannot be used."""

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence import base64_text, form_body, fragment, har, trail
from wizard.saml.evidence.assertion import attributes_in, sent, subject_of
from wizard.saml.evidence.decoding import utf_8
from wizard.saml.evidence.decryption import decrypted, in_place
from wizard.saml.evidence.document import parsed_xml, xml_text
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.evidence import Evidence, Form, Part, Signature
from wizard.saml.evidence.json_document import parsed_json
from wizard.saml.evidence.limits import LARGEST_DOCUMENT, LARGEST_HAR
from wizard.saml.evidence.names import PROTOCOL, SAML
from wizard.saml.evidence.signature import signed_part, weak_algorithms
from wizard.saml.evidence.structure import assertion_in, require_one_meaning, signature_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

_UNSIGNED: Final = N_("It is not signed, and with a certificate only what is signed counts")


class _Trust(NamedTuple):
    """What the evidence is judged and opened with."""

    certificates: tuple["Certificate", ...]
    key: "RSAPrivateKey | None"


def read_evidence(
    data: bytes,
    certificates: tuple["Certificate", ...] = (),
    key: "RSAPrivateKey | None" = None,
    login: str | None = None,
) -> Evidence:
    """Return what the evidence says; Unusable where it cannot be read, or nothing in it can be trusted.

    With certificates only what one of them signed counts. `login` chooses among several sign-ins of CloudTrail.
    """
    trust = _Trust(certificates, key)
    if len(data) > LARGEST_HAR:
        raise Unusable(N_("It has more than {limit} bytes"), limit=f"{LARGEST_HAR:,}")
    content = utf_8(data)
    if len(data) > LARGEST_DOCUMENT:
        return _from_long(content, trust, login)
    text = content.decode().strip()
    if not text:
        raise Unusable(N_("It is empty"))
    if text[0] in "{[":
        return _from_json(text.encode(), trust, login)
    if form_body.is_html(text):
        return _from_base64(form_body.from_page(text), Form.PAGE, trust)
    if form_body.has_field(text) and not text.startswith("<"):
        return _from_base64(form_body.from_body(text), Form.FORM_BODY, trust)
    if "<" in text:
        return _from_pasted(text, data, trust)
    return _from_base64(text, Form.SAML_RESPONSE, trust)


def _from_long(content: bytes, trust: _Trust, login: str | None) -> Evidence:
    """Return the evidence of what can only be JSON; it stays bytes, of which whatever counts is ASCII."""
    content = content.strip()
    if content[:1] not in (b"{", b"["):
        raise Unusable(N_("It has more than {limit} bytes; no sign-in is that long"), limit=f"{LARGEST_DOCUMENT:,}")
    return _from_json(content, trust, login)


def _from_json(data: bytes, trust: _Trust, login: str | None) -> Evidence:
    document = parsed_json(data, _matters)
    if har.is_har(document):
        return _from_base64(har.from_har(document), Form.HAR, trust)
    if isinstance(document, dict) and isinstance(document.get(form_body.FIELD), str):
        return _from_base64(document[form_body.FIELD], Form.FORM_BODY, trust)
    evidence = trail.from_trail(document, login)
    if trust.certificates:
        raise Unusable(_UNSIGNED)
    return evidence


def _matters(path: tuple[str, ...], member: Any) -> bool:
    return har.matters(member) if path == har.ENTRIES else trail.matters(path, member)


def _from_base64(text: str, form: Form, trust: _Trust) -> Evidence:
    base64 = base64_text.plain(text)
    if not base64:
        raise Unusable(N_("It names a SAMLResponse and holds none; capture the sign-in again"))
    xml = xml_text(base64_text.xml_bytes(base64))
    if not xml.startswith("<"):
        raise Unusable(N_("Its base64 holds no XML; a sign-in to AWS posts the Response uncompressed"))
    return _from_xml(xml, form, len(base64), trust)


def _from_pasted(text: str, data: bytes, trust: _Trust) -> Evidence:
    """Return the evidence of XML; `data` are the bytes that it came in, which must be what it declares."""
    shown = fragment.without_surroundings(text)
    if fragment.is_fragment(shown):
        return _from_fragment(shown, trust)
    whole = shown == text
    xml = xml_text(data if whole else shown.encode())
    return _from_xml(xml, Form.XML, _base64_length(len(text.encode())) if whole else None, trust)


def _base64_length(size: int) -> int:
    return (size + 2) // 3 * 4


def _from_fragment(text: str, trust: _Trust) -> Evidence:
    if trust.certificates:
        raise Unusable(_UNSIGNED)
    whole, was_cut = fragment.mended(text)
    root = parsed_xml(fragment.document(whole))
    require_one_meaning(root)
    known = {f"{SAML}AttributeStatement": Part.STATEMENT, f"{SAML}Attribute": Part.ATTRIBUTES}
    children = list(root.iterchildren(etree.Element))
    parts = {known.get(str(child.tag)) for child in children}
    if len(parts) != 1 or None in parts:
        raise Unusable(N_("Beside attributes it holds something that does not belong to an AttributeStatement"))
    part = parts.pop() or Part.ATTRIBUTES
    found = sent(children) if part is Part.ATTRIBUTES else attributes_in(children)
    return Evidence(Form.XML, part, found, mended=was_cut)


def _from_xml(xml: str, form: Form, length: int | None, trust: _Trust) -> Evidence:
    root = parsed_xml(xml)
    if root.tag == f"{SAML}AttributeStatement":
        return _from_fragment(xml, trust)
    if root.tag not in (f"{PROTOCOL}Response", f"{SAML}Assertion", f"{SAML}EncryptedAssertion"):
        raise Unusable(N_("Its XML is neither a SAML 2.0 Response, an Assertion nor an AttributeStatement"))
    try:
        return _from_root(root, xml, form, length, trust)
    except Unusable as reason:
        reason.encrypted = next(root.iter(f"{SAML}EncryptedAssertion"), None) is not None
        raise


def _from_root(root: etree._Element, xml: str, form: Form, length: int | None, trust: _Trust) -> Evidence:
    require_one_meaning(root)
    holder = assertion_in(root)
    if trust.certificates:
        return _from_signed(_Read(xml, root, holder), form, length, trust)
    encrypted = holder.tag == f"{SAML}EncryptedAssertion"
    assertion = _opened(holder, trust)[1] if encrypted else holder
    signatures = [each for each in (signature_of(root), signature_of(assertion)) if each is not None]
    state = Signature.UNJUDGED if signatures else Signature.NONE
    weak = tuple(dict.fromkeys(name for each in signatures for name in weak_algorithms(each)))
    return _evidence(form, root, assertion, state, weak, encrypted=encrypted, length=length)


class _Read(NamedTuple):
    xml: str
    root: etree._Element
    holder: etree._Element


def _opened(holder: etree._Element, trust: _Trust) -> tuple[str, etree._Element]:
    """Return the text of a document with the decrypted assertion right below its root, and that assertion."""
    text = in_place(holder, xml_text(decrypted(holder, trust.key)))
    root = parsed_xml(text)
    require_one_meaning(root)
    if len(root) != 1 or root[0].tag != f"{SAML}Assertion":
        raise Unusable(N_("What was encrypted is no assertion"))
    return text, root[0]


def _from_signed(read: _Read, form: Form, length: int | None, trust: _Trust) -> Evidence:
    """Return what is signed and nothing else; Unusable where a signature does not hold, or there is none."""
    root, holder = read.root, read.holder
    signature = signature_of(root)
    response = None
    if signature is not None:
        response = signed_part(read.xml.encode(), root, signature, trust.certificates)
        holder = assertion_in(response)
    encrypted = holder.tag == f"{SAML}EncryptedAssertion"
    text, assertion = _opened(holder, trust) if encrypted else (read.xml, read.holder)
    own = None if assertion is root else signature_of(assertion)
    if own is not None:
        counted = signed_part(text.encode(), assertion, own, trust.certificates)
    elif response is not None:
        counted = assertion if encrypted else holder
    else:
        raise Unusable(_UNSIGNED)
    return _evidence(form, response, counted, Signature.VERIFIED, (), encrypted=encrypted, length=length)


def _evidence(
    form: Form,
    root: etree._Element | None,
    assertion: etree._Element,
    signature: Signature,
    weak: tuple[str, ...],
    *,
    encrypted: bool,
    length: int | None,
) -> Evidence:
    subject = subject_of(assertion)
    response = root is not None and root.tag == f"{PROTOCOL}Response"
    return Evidence(
        form=form,
        part=Part.RESPONSE if response else Part.ASSERTION,
        attributes=attributes_in(assertion.findall(f"{SAML}AttributeStatement")),
        signature=signature,
        weak=weak,
        encrypted=encrypted,
        name_id=subject.name_id,
        recipients=subject.recipients,
        destination=root.get("Destination") if response and root is not None else None,
        audiences=subject.audiences,
        windows=subject.windows,
        length=length,
    )
