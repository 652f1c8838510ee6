"""Reads JSON that nobody vouches for."""

import json
from typing import Any

from wizard.language import N_
from wizard.saml.evidence.error import Unusable


def parsed_json(text: str) -> Any:
    """Return the value; Unusable where the text is no JSON. JSON lines give a list."""
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
