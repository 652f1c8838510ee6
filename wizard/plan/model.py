"""The plan as a tree of frozen values, which may be wrong and never raise; rules say what is wrong.

The field names are the keys of the plan file, in the file's order, and each field's metadata holds what the
reader and the JSON Schema need beside its type. So the reader, the writer, the schema and the paths of
findings (``tags[1].key``) all follow from these classes.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from wizard.frozen import Frozen, part
from wizard.plan.memory import remembered

VERSION: Final = 1
"""The version of the plan file that this program writes, and the highest that it reads."""

SEPARATORS: Final = (":", "/", "+", "=", ".", "_", "@", "-")
"""What may stand between the members of a list tag: legal in a tag value, and visible."""

Scalar = str | int | float | bool | None
ProfileValue = Scalar | tuple[Scalar, ...]
Profile = tuple[tuple[str, ProfileValue], ...]


class Target(StrEnum):
    """Where the session tags arrive."""

    IAM = "iam"
    IDENTITY_CENTER = "identity-center"
    OIDC = "oidc"


class Claims(StrEnum):
    """Which of Okta's two claim systems holds the attributes, and so which expression dialect."""

    STATEMENTS = "statements"
    FEDERATED = "federated"


class FeatureState(StrEnum):
    """What is known of an Okta feature in the org."""

    ENABLED = "enabled"
    DISABLED = "disabled"
    UNKNOWN = "unknown"


class Partition(StrEnum):
    """An AWS partition, as it stands in an ARN."""

    AWS = "aws"
    CHINA = "aws-cn"
    GOV_CLOUD = "aws-us-gov"


class Level(StrEnum):
    """An access level of the Service Authorization Reference."""

    LIST = "list"
    READ = "read"
    WRITE = "write"
    TAGGING = "tagging"
    PERMISSIONS = "permissions"


class Shared(StrEnum):
    """How a grant treats the other resources that a creating call touches."""

    TAGGED = "tagged"
    ANY = "any"


def _about(text: str, **more: Any) -> Mapping[str, Any]:
    return {"about": text, **more}


def _notes() -> Any:
    return part(default="", metadata=_about("Free text, kept as it is."))


class Features(Frozen):
    """What is known of the two Okta features that session tags need."""

    OIN_SAML2_DYNAMIC_ATTRIBUTES: FeatureState = part(
        default=FeatureState.UNKNOWN,
        metadata=_about("Lets an app of the Okta Integration Network send attribute statements."),
    )
    SAML_SUPPORT_ARRAY_ATTRIBUTES: FeatureState = part(
        default=FeatureState.UNKNOWN,
        metadata=_about("Sends an array as one AttributeValue an element; TransitiveTagKeys needs it."),
    )


class Okta(Frozen):
    """The Okta side: the org, the app and how it sends attributes."""

    org: str | None = part(default=None, metadata=_about("Host of the org, such as acme.okta.com."))
    app_label: str = part(default="AWS Account Federation", metadata=_about("Label of the app in the Okta console."))
    claims: Claims = part(
        default=Claims.STATEMENTS,
        metadata=_about("statements: Attributes (Optional) rows, user.team; federated: user.profile.team."),
    )
    features: Features = part(
        default=Features(),
        metadata=_about("What is known of the org's features: enabled, disabled, unknown."),
    )


class Tag(Frozen):
    """One session tag and the Okta expression that gives its value."""

    key: str = part(metadata=_about("Session tag key; becomes aws:PrincipalTag/KEY."))
    value: str = part(metadata=_about("Okta expression, in the dialect of okta.claims."))
    transitive: bool = part(default=False, metadata=_about("Listed in TransitiveTagKeys."))
    required: bool = part(
        default=True,
        metadata=_about("The trust policy refuses a sign-in without it; empty counts as without."),
    )
    separator: str | None = part(
        default=None,
        metadata=_about("The value is a list, joined with this character at both ends.", choices=SEPARATORS),
    )
    allowed: tuple[str, ...] = part(
        default=(), metadata=_about("When given, the trust policy accepts these values only.")
    )
    notes: str = _notes()


class Role(Frozen):
    """An IAM role that people sign in to, the same in every account of the plan."""

    name: str = part(metadata=_about("Name of the role, without a path."))
    session_duration: int = part(default=3600, metadata=_about("Length of a session, in seconds."))
    access: tuple[str, ...] = part(default=(), metadata=_about("Names of the grants that the role gives."))
    trusted_roles: tuple[str, ...] = part(
        default=(), metadata=_about("ARNs of roles that may chain into this one with transitive tags.")
    )


class Aws(Frozen):
    """The AWS side: the partition, the SAML provider, the accounts and the roles behind it."""

    partition: Partition = part(default=Partition.AWS, metadata=_about("AWS partition."))
    saml_provider: str = part(default="Okta", metadata=_about("Name of the IAM SAML provider."))
    sign_in_regions: tuple[str, ...] = part(
        default=(), metadata=_about("Regions whose sign-in endpoints are accepted too, for failover.")
    )
    accounts: tuple[str, ...] = part(default=(), metadata=_about("Account IDs of 12 digits, quoted."))
    roles: tuple[Role, ...] = part(default=(), metadata=_about("Roles that people sign in to."))


class Grant(Frozen):
    """What a role may do, on the resources whose tags equal the person's."""

    name: str = part(metadata=_about("Name of the grant, which roles refer to."))
    services: tuple[str, ...] = part(
        default=(), metadata=_about("IAM service prefixes, expanded through the coverage table.")
    )
    levels: tuple[Level, ...] = part(default=(), metadata=_about("Access levels that the services are expanded to."))
    actions: tuple[str, ...] = part(default=(), metadata=_about("Actions by name; wildcards allowed."))
    match: tuple[str, ...] = part(
        default=(), metadata=_about("Keys whose principal tag must equal the resource's tag.")
    )
    create: bool = part(default=True, metadata=_about("May create resources, if tagged as their own."))
    shared: Shared = part(
        default=Shared.TAGGED,
        metadata=_about("Treatment of the other resources that a creating call touches."),
    )
    protect_tags: bool = part(default=True, metadata=_about("May not change or remove the matched tags."))
    notes: str = _notes()


class Person(Frozen):
    """A sample person, for previews and simulation."""

    login: str = part(metadata=_about("Okta login."))
    profile: Profile = part(default=(), metadata=_about("Okta profile attributes and their values."))

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same person; to Python, ``1``, ``1.0`` and ``True`` are one value, to Okta not."""
        if not isinstance(other, Person):
            return NotImplemented
        same = self.login == other.login and self.profile == other.profile
        return same and repr(self.profile) == repr(other.profile)

    def __hash__(self) -> int:
        """Return the same for the same person."""
        return hash((self.login, self.profile))

    def attributes(self) -> dict[str, ProfileValue]:
        """Return the profile by attribute name, with the login under ``login`` where it is not given."""
        return {"login": self.login, **dict(self.profile)}


class Plan(Frozen):
    """Everything that the administrator has decided."""

    name: str = part(default="", metadata=_about("Name of the plan; its file's name where absent."))
    notes: str = _notes()
    target: Target = part(default=Target.IAM, metadata=_about("Where the session tags arrive."))
    okta: Okta = part(default=Okta(), metadata=_about("The Okta side."))
    tags: tuple[Tag, ...] = part(default=(), metadata=_about("Session tags, in order.", needed=True))
    aws: Aws = part(default=Aws(), metadata=_about("The AWS side."))
    access: tuple[Grant, ...] = part(default=(), metadata=_about("Grants, which roles refer to by name."))
    people: tuple[Person, ...] = part(default=(), metadata=_about("Sample people, for previews and simulation."))

    def transitive_keys(self) -> tuple[str, ...]:
        """Return the keys of the transitive tags, in plan order."""
        return tuple(tag.key for tag in self.tags if tag.transitive)

    def tag(self, key: str) -> Tag | None:
        """Return the tag of that key, compared as AWS does, without regard to case; None where there is none."""
        return _tags_by_key(self.tags).get(key.casefold())

    def grant(self, name: str) -> Grant | None:
        """Return the grant of that name, None where there is none."""
        return next((grant for grant in self.access if grant.name == name), None)

    def grants(self, role: Role) -> tuple[Grant, ...]:
        """Return the grants that the role names and the plan holds, in the role's order."""
        return tuple(grant for name in role.access if (grant := self.grant(name)) is not None)

    def person(self, login: str | None = None) -> Person | None:
        """Return the sample person of that login, the first without a login; None where there is none."""
        return next((person for person in self.people if login in (None, person.login)), None)


@remembered(32)
def _tags_by_key(tags: tuple[Tag, ...]) -> Mapping[str, Tag]:
    """Return the tags by their keys in one case, of those that share one the first."""
    return {tag.key.casefold(): tag for tag in reversed(tags)}
