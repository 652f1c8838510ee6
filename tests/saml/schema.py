"""Judges a statement by the OASIS SAML 2.0 schema, which the package python3-saml ships."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

_ASSERTION = """<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="id1"
    IssueInstant="2026-11-24T10:00:00.859Z" Version="2.0">
  <saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">http://www.okta.com/exk0</saml2:Issuer>
  <saml2:Subject>
    <saml2:NameID>ada@example.com</saml2:NameID>
  </saml2:Subject>
  {statement}
</saml2:Assertion>"""


class _Shipped(etree.Resolver):
    """Finds the schemas that a schema imports among those that are shipped, never in the network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def resolve(self, system_url: str, _public_id: str | None, context: object) -> object:
        """Return the shipped file of that name."""
        return self.resolve_filename(str(self._folder / Path(system_url).name), context)


@cache
def _schema() -> etree.XMLSchema:
    package = find_spec("onelogin.saml2")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "schemas"
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Shipped(folder))
    return etree.XMLSchema(etree.parse(str(folder / "saml-schema-assertion-2.0.xsd"), parser))


def violations(statement: str) -> list[str]:
    """Return what the schema says against an assertion with this statement; nothing where it is valid."""
    document = etree.fromstring(_ASSERTION.format(statement=statement).encode())
    _schema().validate(document)
    return [error.message for error in _schema().error_log]
