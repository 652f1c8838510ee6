"""One response in every shape in which it leaves a browser or a tool."""

import json
from base64 import b64encode
from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import quote

from tests.evidence.identity_provider import ENDPOINT


def base64(xml: bytes) -> str:
    """Return the SAMLResponse as the form posts it."""
    return b64encode(xml).decode()


def page(xml: bytes) -> str:
    """Return Okta's page that posts it: signs in the base64 are character references."""
    value = base64(xml).replace("+", "&#x2b;").replace("=", "&#x3d;").replace("/", "&#x2f;")
    return f"""<!DOCTYPE html><html><head><title>Signing in</title></head><body>
<form id="appForm" action="https&#x3a;&#x2f;&#x2f;signin.aws.amazon.com&#x2f;saml" method="POST">
<input name="SAMLResponse" type="hidden" value="{value}"/>
<input name="RelayState" type="hidden" value=""/></form></body></html>"""


def post(xml: bytes, url: str = ENDPOINT, **how: Any) -> dict[str, Any]:
    """Return one entry of a HAR: the POST of the response."""
    data = how or {"mimeType": "application/x-www-form-urlencoded", "text": body(xml)}
    return {"request": {"method": "POST", "url": url, "postData": data}, "response": {"status": 302}}


def har(*entries: dict[str, Any]) -> str:
    """Return a HAR with these entries among others."""
    other = {"request": {"method": "GET", "url": "https://acme.okta.com/app"}, "response": {"content": {"text": "<p>"}}}
    return json.dumps({"log": {"version": "1.2", "creator": {"name": "test"}, "entries": [other, *entries, other]}})


def body(xml: bytes) -> str:
    """Return the form's body."""
    return f"SAMLResponse={quote(base64(xml), safe='')}&RelayState="


def _lines(xml: bytes, end: str = "\r\n") -> str:
    text = base64(xml)
    return end.join(text[start : start + 76] for start in range(0, len(text), 76))


SHAPES: dict[str, Callable[[bytes], str | bytes]] = {
    "base64": base64,
    "base64 in lines": _lines,
    "base64 in quotes": lambda xml: json.dumps(base64(xml)),
    "base64 URL-encoded": lambda xml: quote(base64(xml), safe=""),
    "base64 with entities": lambda xml: base64(xml).replace("+", "&#x2b;").replace("=", "&#x3d;"),
    "base64 in UTF-16": lambda xml: base64(xml).encode("utf-16"),
    "base64 with a mark": lambda xml: b"\xef\xbb\xbf" + base64(xml).encode(),
    "form body": body,
    "form body, RelayState first": lambda xml: f"RelayState=x%26y&SAMLResponse={quote(base64(xml), safe='')}",
    "form data as a browser lists it": lambda xml: f"SAMLResponse: {base64(xml)}\nRelayState: \n",
    "form data with names on lines of their own": lambda xml: f"SAMLResponse\n{base64(xml)}\nRelayState\n",
    "form data as a table": lambda xml: f"SAMLResponse\t{base64(xml)}\r\nRelayState\t/console\r\n",
    "curl": lambda xml: f"curl '{ENDPOINT}' -X POST --data-raw '{body(xml)}'",
    "page": page,
    "page in single quotes": lambda xml: (
        f"<html><INPUT type='hidden' value='{escape(base64(xml))}' name='SAMLResponse'>"
    ),
    "HAR with text": lambda xml: har(post(xml)),
    "HAR with encoded params": lambda xml: har(
        post(xml, params=[{"name": "SAMLResponse", "value": quote(base64(xml), safe="")}])
    ),
    "HAR with plain params": lambda xml: har(post(xml, params=[{"name": "SAMLResponse", "value": base64(xml)}])),
    "HAR to a regional endpoint": lambda xml: har(post(xml, "https://us-west-2.signin.aws.amazon.com/saml")),
    "HAR with Okta's page alone": lambda xml: har(
        {"request": {"method": "GET", "url": "https://acme.okta.com/"}, "response": {"content": {"text": page(xml)}}}
    ),
    "HAR with Okta's page in base64": lambda xml: har(
        {"response": {"content": {"text": b64encode(page(xml).encode()).decode(), "encoding": "base64"}}}
    ),
    "a line of JSON": lambda xml: f'"SAMLResponse": "{base64(xml)}",',
    "JSON with the field": lambda xml: json.dumps({"SAMLResponse": base64(xml), "RelayState": ""}),
    "XML": lambda xml: xml,
    "XML with a mark": lambda xml: b"\xef\xbb\xbf" + xml,
    "XML below a browser's sentence": lambda xml: (
        "This XML file does not appear to have any style information associated with it.\n" + xml.decode()
    ),
}
