"""The names of the XML that evidence is made of."""

from typing import Final

SAML: Final = "{urn:oasis:names:tc:SAML:2.0:assertion}"
PROTOCOL: Final = "{urn:oasis:names:tc:SAML:2.0:protocol}"
SIGNATURE: Final = "{http://www.w3.org/2000/09/xmldsig#}"
ENCRYPTION: Final = "{http://www.w3.org/2001/04/xmlenc#}"
ENCRYPTION_11: Final = "{http://www.w3.org/2009/xmlenc11#}"
METADATA: Final = "{urn:oasis:names:tc:SAML:2.0:metadata}"
SUCCESS: Final = "urn:oasis:names:tc:SAML:2.0:status:Success"
ID_NAMES: Final = ("ID", "Id", "id", "{http://www.w3.org/XML/1998/namespace}id")
