"""The request context: condition keys and their values, found without regard to the keys' case.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html, read 2026-11-24: key names
are not case-sensitive; whether values are is for the operator to say.
"""

from collections.abc import Iterable, Mapping

Value = str | tuple[str, ...]
Context = Mapping[str, Value]
"""Lower-case condition keys; a single-valued key holds a text, a multivalued one a tuple that is not empty."""


def context(values: Mapping[str, str | Iterable[str]]) -> dict[str, Value]:
    """Return the context of these keys and values; a key without any value is absent, as in a request.

    Of two spellings of one key the later one counts: AWS matches either of two such tags, and does not say which.
    """
    found: dict[str, Value] = {}
    for key, value in values.items():
        if isinstance(value, str):
            found[key.lower()] = value
        elif held := tuple(value):
            found[key.lower()] = held
    return found


def single(value: Value | None) -> str | None:
    """Return the one text that a value holds, None where it holds none or several.

    Only single-valued keys can stand in a policy variable; a list of one is taken for such a key, as AWS's own
    simulator takes lists for all keys.
    """
    if value is None or isinstance(value, str):
        return value
    return value[0] if len(value) == 1 else None
