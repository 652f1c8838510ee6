"""Reads the values of the Role attribute: the ARN of a role and that of the SAML provider, in either order.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html gives the role first,
Okta's app sends the provider first.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_ROLE: Final = r"arn:(?P<partition>[a-z0-9-]+):iam::(?P<account>[0-9]{12}):role/(?:[^,]*/)?(?P<role>[^,/]+)"
_PROVIDER: Final = r"arn:(?P=partition):iam::(?P=account):saml-provider/(?P<provider>[^,/]+)"
_PROVIDER_FIRST: Final = re.compile(
    r"\s*arn:(?P<partition>[a-z0-9-]+):iam::(?P<account>[0-9]{12}):saml-provider/(?P<provider>[^,/]+?)\s*,"
    r"\s*arn:(?P=partition):iam::(?P=account):role/(?:[^,]*/)?(?P<role>[^,/]+?)\s*"
)
_ROLE_FIRST: Final = re.compile(rf"\s*{_ROLE}\s*,\s*{_PROVIDER}\s*")


class RolePair(NamedTuple):
    """One role that the person may choose, with the provider that vouches for it, both of one account.

    Attributes:
        role: its name, without its path.
        provider: the SAML provider's name.
        value: the value as it was sent.
    """

    partition: str
    account: str
    role: str
    provider: str
    value: str


def role_pairs(values: Iterable[str]) -> tuple[tuple[RolePair, ...], tuple[str, ...]]:
    """Return the pairs among the values, and the values that are no pairs."""
    pairs: list[RolePair] = []
    unpaired: list[str] = []
    for value in values:
        match = _PROVIDER_FIRST.fullmatch(value) or _ROLE_FIRST.fullmatch(value)
        if match is None:
            unpaired.append(value)
        else:
            pairs.append(RolePair(match["partition"], match["account"], match["role"], match["provider"], value))
    return tuple(pairs), tuple(unpaired)
