"""The request context: condition keys and their values, found without regard to the keys' case.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition.html: "Context key names are not
case-sensitive"; values are compared as the operator says.
"""

from collections.abc import Iterable, Mapping

Value = str | tuple[str, ...]
Context = Mapping[str, Value]
"""Lower-case condition keys; a single-valued key holds a text, a multivalued one a tuple that is not empty."""


def context(values: Mapping[str, str | Iterable[str]]) -> dict[str, Value]:
    """Return the context of these keys and values; a key without any value is absent, as in a request."""
    found: dict[str, Value] = {}
    for key, value in values.items():
        if isinstance(value, str):
            found[key.lower()] = value
        elif held := tuple(value):
            found[key.lower()] = held
    return found


def single(value: Value | None) -> str | None:
    """Return the one text that a value holds, None where it holds none or several.

    Only single-valued keys can stand in a policy variable.
    """
    if value is None or isinstance(value, str):
        return value
    return value[0] if len(value) == 1 else None
