"""What the coverage table does not say of resource types: which hold no data, and which stand unseen beside others.

Derived from what the types are; whatever is not named here is taken to hold data.
"""

from typing import Final

HOLDS_NO_DATA: Final = {
    "ec2": {
        "group",
        "key-pair",
        "license-configuration",
        "placement-group",
        "secondary-subnet",
        "security-group",
        "subnet",
    },
    "elasticache": {"parametergroup", "securitygroup", "subnetgroup"},
    "memorydb": {"parametergroup", "subnetgroup"},
    "rds": {"cluster-pg", "og", "pg", "secgrp", "subgrp"},
    "redshift": {"parametergroup", "securitygroup", "subnetgroup"},
}
"""Types, by service, that several teams share and that hold none of their data."""

STANDS_BESIDE: Final = {"glue": {"rootcatalog"}}
"""Types that supply no tags and that a call names beside its own resource, which its tags limit."""

SWITCHED_ON: Final = frozenset({"s3"})
"""Services that supply the tags of a resource only where its owner has switched that on.

Until then it looks to a policy like one without tags, so what is new cannot be told from what somebody else has.
Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html, read 2026-11-24.
"""

HOLDS_RIGHTS: Final = frozenset({"iam"})
"""Services whose resources hold rights, most of them untagged.

Creating one with tags needs the call that tags, which no condition ties to creating: it could claim the role of an
administrator, and iam:PassRole would then give that role to a machine of one's own.
Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_roles.html, read 2026-11-24.
"""

LAUNCHING: Final = frozenset({"Create", "Run", "Request", "Restore", "Copy", "Import", "Allocate", "Purchase"})
"""First words of the actions that use the other resources they touch, and do not change them.

``AuthorizeSecurityGroupIngress`` creates a rule, and changes the group that it is in.
"""


def holds_no_data(prefix: str, name: str) -> bool:
    """Return whether resources of this type of a service hold no data."""
    return name in HOLDS_NO_DATA.get(prefix, ())


def stands_beside(prefix: str, name: str) -> bool:
    """Return whether resources of this type stand beside what the tags limit."""
    return name in STANDS_BESIDE.get(prefix, ())
