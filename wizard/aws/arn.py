"""Amazon Resource Names, and the syntax of the account IDs and names that stand in them."""

import re
from typing import Final, NamedTuple

from wizard.language import _

ARN_SOURCE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"

_ARN: Final = (
    r"(?s)arn:(?P<partition>[a-z0-9-]+):(?P<service>[a-z0-9-]+):(?P<region>[a-z0-9-]*)"
    r":(?P<account>[^:]*):(?P<resource>.+)"
)
_ACCOUNT = re.compile(r"[0-9]{12}")
_ROLE_NAME = re.compile(r"[A-Za-z0-9_+=,.@-]{1,64}")
_ROLE_PATH: Final = r"role/(?:[\x21-\x29\x2b-\x3e\x40-\x7e]+/)?"
_PROVIDER_NAME: Final = r"[A-Za-z0-9_.-]{1,128}"


class NoArn(ValueError):
    """A text that is no ARN; its message says what an ARN looks like."""


class Arn(NamedTuple):
    """An ARN in its parts; `resource` is all that follows the account, ``role/okta-abac``."""

    partition: str
    service: str
    region: str
    account: str
    resource: str

    def __str__(self) -> str:
        return f"arn:{self.partition}:{self.service}:{self.region}:{self.account}:{self.resource}"


def parsed(text: str) -> Arn:
    """Return the parts of an ARN; NoArn where the text is none. Source: ARN_SOURCE."""
    match = re.fullmatch(_ARN, text)
    if match is None:
        told = _("{text!r} is no ARN; an ARN reads arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE")
        raise NoArn(told.format(text=text))
    return Arn(**match.groupdict())


def role_arn(partition: str, account: str, name: str) -> str:
    """Return the ARN of an IAM role without a path; it is built whether or not its parts are right."""
    return str(Arn(partition, "iam", "", account, f"role/{name}"))


def saml_provider_arn(partition: str, account: str, name: str) -> str:
    """Return the ARN of an IAM SAML provider; it is built whether or not its parts are right."""
    return str(Arn(partition, "iam", "", account, f"saml-provider/{name}"))


def is_account(text: str) -> bool:
    """Tell whether `text` is an account ID: 12 digits."""
    return _ACCOUNT.fullmatch(text) is not None


def is_role_name(text: str) -> bool:
    """Tell whether `text` can name an IAM role: 1 to 64 of ``[A-Za-z0-9_+=,.@-]``, no path.

    Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    """
    return _ROLE_NAME.fullmatch(text) is not None


def is_provider_name(text: str) -> bool:
    """Tell whether `text` can name a SAML provider: 1 to 128 of ``[A-Za-z0-9_.-]``.

    Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
    """
    return re.fullmatch(_PROVIDER_NAME, text) is not None


def is_role_arn(text: str) -> bool:
    """Tell whether `text` is the ARN of an IAM role, with or without a path."""
    try:
        arn = parsed(text)
    except NoArn:
        return False
    path, slash, name = arn.resource.rpartition("/")
    return (
        (arn.service, arn.region) == ("iam", "")
        and is_account(arn.account)
        and re.fullmatch(_ROLE_PATH, path + slash) is not None
        and is_role_name(name)
    )
