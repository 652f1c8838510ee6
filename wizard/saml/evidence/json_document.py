"""Reads JSON that nobody vouches for."""

import json
import re
from typing import Any, Final

from wizard.language import N_
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.limits import LARGEST_DOCUMENT, MOST_JSON_CONTAINERS, MOST_JSON_VALUES

_STRING: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def parsed_json(text: str) -> Any:
    """Return the value; Unusable where the text is no JSON. JSON lines give a list."""
    if len(text) > LARGEST_DOCUMENT:
        _require_few_parts(text)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise Unusable(
                N_("It begins like JSON and is none: line {line}, column {column}"),
                line=error.lineno,
                column=error.colno,
            ) from None
    except RecursionError:
        raise Unusable(N_("Its JSON is nested too deeply")) from None
    except ValueError:  # a number of thousands of digits
        raise Unusable(N_("Its JSON holds a number that is too long")) from None


def _require_few_parts(text: str) -> None:
    """Raise Unusable for JSON that would take many times its size in memory; what stands in strings does not count."""
    if text.count("{") + text.count("[") <= MOST_JSON_CONTAINERS and text.count(",") <= MOST_JSON_VALUES:
        return
    bare = _STRING.sub("", text)
    if bare.count("{") + bare.count("[") > MOST_JSON_CONTAINERS or bare.count(",") > MOST_JSON_VALUES:
        raise Unusable(N_("Its JSON has more parts than a browser records; record the sign-in alone"))
