"""Signed responses of an identity provider that this project did not write: pysaml2's, with libxmlsec for its binary.

pysaml2 runs the program xmlsec1; here the same library does it through its Python binding, which a test can install.
"""

import tempfile
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import xmlsec
from lxml import etree

from tests.evidence.keys import certificate_pem, key_pem

PREFIX = "https://aws.amazon.com/SAML/Attributes/"
ENDPOINT = "https://signin.aws.amazon.com/saml"
AUDIENCE = "urn:amazon:webservices"
PAIR = "arn:aws:iam::111122223333:saml-provider/Okta,arn:aws:iam::111122223333:role/okta-abac"
AES = {"aes128-cbc": ("aes-128", 128), "aes256-cbc": ("aes-256", 256), "aes128-gcm": ("aes-128", 128)}

Sent = Mapping[str, list[str]]

ADA: Sent = {
    "Role": [PAIR],
    "RoleSessionName": ["ada@example.com"],
    "SessionDuration": ["3600"],
    "PrincipalTag:team": ["platform"],
    "PrincipalTag:project": ["apollo"],
    "TransitiveTagKeys": ["team", "project"],
}
"""What Okta sends for the sample person of the plan team-project, with both features on."""

_SP = f"""<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{AUDIENCE}">
<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{ENDPOINT}" index="0"/>
</md:SPSSODescriptor></md:EntityDescriptor>"""

_MAP = """MAP = {{
    "identifier": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
    "fro": {fro!r},
    "to": {to!r},
}}
"""


def response(
    sent: Sent = ADA,
    *,
    sign: str = "assertion",
    key: str = "idp",
    encrypt: str = "",
    endpoint: str = ENDPOINT,
    name_id: str = "ada@example.com",
) -> bytes:
    """Return the XML of a Response.

    `sign` names what is signed: assertion, response, both, or nothing; `encrypt` how the assertion is encrypted for
    the key ``sp``: tripledes-cbc as pysaml2 does by itself, or an algorithm of AES.
    """
    flat = tuple((name, tuple(values)) for name, values in sent.items())
    return _response(flat, _How(sign, key, encrypt, endpoint, name_id))


class _How(NamedTuple):
    sign: str
    key: str
    encrypt: str
    endpoint: str
    name_id: str


@cache
def _response(sent: tuple[tuple[str, tuple[str, ...]], ...], how: _How) -> bytes:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from saml2.saml import NAMEID_FORMAT_UNSPECIFIED, NameID

        server = _server(Path(folder), [name for name, _ in sent], how)
        made = server.create_authn_response(
            {name: list(values) for name, values in sent},
            in_response_to=None,
            destination=how.endpoint,
            sp_entity_id=AUDIENCE,
            name_id=NameID(format=NAMEID_FORMAT_UNSPECIFIED, text=how.name_id),
            authn={"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"},
            sign_assertion=how.sign in ("assertion", "both"),
            sign_response=how.sign in ("response", "both"),
            encrypt_assertion=bool(how.encrypt),
            encrypt_cert_assertion=certificate_pem("sp").decode() if how.encrypt else None,
            sign_alg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            digest_alg="http://www.w3.org/2001/04/xmlenc#sha256",
        )
        return str(made).encode()


def _server(folder: Path, names: list[str], how: _How) -> Any:
    from saml2.config import IdPConfig
    from saml2.server import Server

    maps = folder / "maps"
    maps.mkdir()
    to = {name: PREFIX + name for name in names}
    (maps / f"aws_{folder.name}.py").write_text(  # pysaml2 imports it, so each needs a name of its own
        _MAP.format(fro={full: name for name, full in to.items()}, to=to)
    )
    for name, data in (("key.pem", key_pem(how.key)), ("cert.pem", certificate_pem(how.key)), ("sp.xml", _SP.encode())):
        (folder / name).write_bytes(data)
    config = IdPConfig().load(
        {
            "entityid": "http://www.okta.com/exk0example0example0",
            "service": {"idp": {"policy": {"default": {"lifetime": {"minutes": 5}, "name_form": _URI}}}},
            "key_file": str(folder / "key.pem"),
            "cert_file": str(folder / "cert.pem"),
            "metadata": {"local": [str(folder / "sp.xml")]},
            "attribute_map_dir": str(maps),
            "crypto_backend": "XMLSecurity",
            "delete_tmpfiles": True,
        }
    )
    server = Server(config=config)
    server.sec.crypto = _crypto(how.encrypt)
    return server


_URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"


def _crypto(algorithm: str) -> Any:
    from saml2.sigver import CryptoBackend

    class LibXmlSec(CryptoBackend):
        """Does what pysaml2 has its program xmlsec1 do: signs and encrypts templates."""

        @property
        def version(self) -> str:
            return ".".join(map(str, xmlsec.get_libxmlsec_version()))

        def sign_statement(self, statement: Any, _node_name: str, key_file: str, node_id: str) -> str:
            root = etree.fromstring(_bytes(statement))
            xmlsec.tree.add_ids(root, ["ID"])
            element = next(each for each in root.iter(etree.Element) if each.get("ID") == node_id)
            context = xmlsec.SignatureContext()
            context.key = xmlsec.Key.from_file(key_file, xmlsec.KeyFormat.PEM)
            context.sign(element.find("{http://www.w3.org/2000/09/xmldsig#}Signature"))
            return etree.tostring(root, encoding="unicode")

        def encrypt_assertion(self, statement: Any, enc_key: str, template: Any, *_more: Any, **_named: Any) -> str:
            root = etree.fromstring(_bytes(statement))
            assertion = next(root.iter("{urn:oasis:names:tc:SAML:2.0:assertion}Assertion"))
            kind, size = AES.get(algorithm, ("des", 192))
            data = _template(etree.fromstring(_bytes(template)), algorithm)
            keys = xmlsec.KeysManager()
            keys.add_key(xmlsec.Key.from_file(enc_key, xmlsec.KeyFormat.CERT_PEM))
            context = xmlsec.EncryptionContext(keys)
            data_kind = xmlsec.KeyData.DES if kind == "des" else xmlsec.KeyData.AES
            context.key = xmlsec.Key.generate(data_kind, size, xmlsec.KeyDataType.SESSION)
            context.encrypt_xml(data, assertion)
            return etree.tostring(root, encoding="unicode")

    return LibXmlSec()


def _bytes(statement: Any) -> bytes:
    return statement if isinstance(statement, bytes) else str(statement).encode()


def _template(data: etree._Element, algorithm: str) -> etree._Element:
    """Return pysaml2's own template, with another algorithm for the content where one is asked for."""
    method = data.find("{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod")
    assert method is not None
    if algorithm in AES:
        space = "2009/xmlenc11" if algorithm.endswith("gcm") else "2001/04/xmlenc"
        method.set("Algorithm", f"http://www.w3.org/{space}#{algorithm}")
    return data
