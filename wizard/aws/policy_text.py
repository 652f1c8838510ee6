"""How a text stands in a policy's value: literally, as a pattern, or as a variable.

``${`` begins a variable in every value, and ``*`` and ``?`` are wildcards under StringLike; ``${$}``, ``${*}`` and
``${?}`` are the characters themselves.
Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

from typing import Final

from wizard.aws.tag_text import foreign_characters

SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"
_WILDCARDS: Final = str.maketrans({"*": "${*}", "?": "${?}", "$": "${$}"})


def literal(text: str) -> str:
    """Return how StringEquals is told to mean exactly `text`."""
    return text.replace("${", "${$}{")


def literal_pattern(text: str) -> str:
    """Return how StringLike is told to mean exactly `text`."""
    return text.translate(_WILDCARDS)


def principal_tag(key: str) -> str:
    """Return the variable that stands for the session's tag of that key."""
    return f"${{aws:PrincipalTag/{key}}}"


def resource_tag(key: str) -> str:
    """Return the variable that stands for the resource's tag of that key."""
    return f"${{aws:ResourceTag/{key}}}"


def can_be_variable(key: str) -> bool:
    """Tell whether a tag key can stand in a variable and mean itself there.

    Text outside AWS's class could close the variable or give it a default value; white space at an end may be
    trimmed.
    """
    return bool(key) and key == key.strip() and not foreign_characters(key)
