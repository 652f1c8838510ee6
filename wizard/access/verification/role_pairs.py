"""Reads the values of the Role attribute: the ARN of a role and that of the SAML provider, in either order.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html gives the role first,
Okta's app sends the provider first.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.aws.arn import Arn, NoArn, is_account, parsed

_ROLE = "role/"
_PROVIDER = "saml-provider/"


@dataclass(frozen=True, slots=True)
class RolePair:
    """One role that the person may choose, with the provider that vouches for it."""

    role: Arn
    provider: Arn

    @property
    def role_name(self) -> str:
        """The role's name, without its path."""
        return self.role.resource.rpartition("/")[2]

    @property
    def provider_name(self) -> str:
        """The SAML provider's name."""
        return self.provider.resource.removeprefix(_PROVIDER)


def pairs(values: Iterable[str]) -> tuple[RolePair, ...]:
    """Return the pairs among the values."""
    return tuple(pair for value in values if (pair := _pair(value)) is not None)


def unpaired(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that are no pairs."""
    return tuple(value for value in values if _pair(value) is None)


def _pair(value: str) -> RolePair | None:
    try:
        first, second = (parsed(part.strip()) for part in value.split(","))
    except (NoArn, ValueError):
        return None
    role, provider = (second, first) if first.resource.startswith(_PROVIDER) else (first, second)
    iam = all(arn.service == "iam" and not arn.region and is_account(arn.account) for arn in (role, provider))
    if not iam or not role.resource.startswith(_ROLE) or not provider.resource.startswith(_PROVIDER):
        return None
    return RolePair(role, provider)
