"""Parses XML that nobody vouches for: no DTD, no entity, no network, no XInclude, bounded depth and size."""

import re
from typing import Final

from lxml import etree

from wizard.language import N_
from wizard.saml.evidence.decoding import decoded, refuse_archive
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.limits import LARGEST_DOCUMENT

_DECLARATION: Final = re.compile(r"<\?xml\s[^<>]{0,200}?\?>")
_ENCODING: Final = re.compile(r"""encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9._-]+)["']""")
_READABLE: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_UTF_16: Final = frozenset({"utf-16", "utf-16le", "utf-16be"})
_DTD: Final = re.compile(r"<!\s{0,20}(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XINCLUDE: Final = "{http://www.w3.org/2001/XInclude}"


def xml_text(data: bytes) -> str:
    """Return the text of an XML document without its declaration; Unusable where it is none that is read here.

    PowerShell 5 saves everything as UTF-16, with its mark and whatever the declaration says: there the mark counts.
    """
    refuse_archive(data)
    if len(data) > LARGEST_DOCUMENT:
        raise Unusable(
            N_("The XML has more than {limit} bytes; no sign-in is that long"), limit=f"{LARGEST_DOCUMENT:,}"
        )
    text = decoded(data).lstrip()
    declaration = _DECLARATION.match(text)
    if declaration is None:
        return text
    named = _ENCODING.search(declaration[0])
    sixteen = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if named and named[1].lower() not in (_READABLE | _UTF_16 if sixteen else _READABLE):
        raise Unusable(N_("The XML declares an encoding other than UTF-8"))
    return text[declaration.end() :].lstrip()


def parser() -> etree.XMLParser:
    """Return a parser that fetches nothing, expands nothing, and stops at libxml2's own limits of depth and length."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=False,
        collect_ids=False,
    )


def parsed_xml(text: str) -> etree._Element:
    """Return the root element of a document without a declaration; Unusable where it is refused or not well-formed."""
    if _DTD.search(text):
        raise Unusable(N_("The XML holds a DOCTYPE or an entity; SAML has neither, and both can be used for attacks"))
    try:
        root = etree.fromstring(text.encode(), parser())
    except etree.XMLSyntaxError as error:
        raise _unparsed(error) from None
    if any(isinstance(each.tag, str) and each.tag.startswith(_XINCLUDE) for each in root.iter()):
        raise Unusable(N_("The XML holds an XInclude; SAML has none, and it can be used for attacks"))
    return root


def _unparsed(error: etree.XMLSyntaxError) -> Unusable:
    """Return the reason, with the place alone: libxml2's message would quote the document."""
    if "depth" in (error.msg or "").lower():
        return Unusable(N_("The XML is nested too deeply for a sign-in"))
    line, column = error.position
    return Unusable(
        N_("The XML is not well-formed: line {line}, column {column}; copy it whole"), line=line, column=column
    )
