"""Tells from an action's name and its rows in AWS's tables what it does: what it creates, whether it sets tags.

The tables do not say which of the resource types a creating action makes, so this is derived, and in doubt it says
that a type exists already: a policy then asks for the person's own, and grants too little rather than too much.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wizard.aws.coverage.service import REQUEST_TAG, TAG_KEYS, Keys, Kind
from wizard.plan.model import Level

CREATING = frozenset(
    {"Create", "Allocate", "Import", "Copy", "Restore", "Purchase", "Request", "Run"}
    | {"Claim", "Convert", "Duplicate", "Upload", "Reserve", "Open", "Parti"}
)
"""Verbs of actions that make something new each time."""

CREATING_OR_REPLACING = frozenset(
    {"Put", "POST", "Register", "Start", "Submit", "Add", "Provision", "Publish"}
    | {"Instantiate", "Subscribe", "Replicate", "Connect", "Batch", "Invoke"}
)
"""Verbs of actions that make something new, or work on what stands there."""

REMOVING_TAGS = frozenset(["Untag", "Un", "Remove", "Delete"])
REPLACING_TAGS = frozenset(["Put", "Set", "Update", "Replicate", "Change"])

BY_ROW = frozenset({"ec2"})
"""Services whose rows list aws:RequestTag for exactly the resource types that the action creates."""

CREATES = {
    "apigateway:POST": (
        "ApiKeys",
        "ClientCertificates",
        "DomainNames",
        "RestApis",
        "UsagePlans",
        "VpcLinks",
    ),
    "backup:CreateLogicallyAirGappedBackupVault": ("backupVault",),
    "backup:CreateRestoreAccessBackupVault": ("backupVault",),
    "cloudwatch:PutCompositeAlarm": ("alarm",),
    "cloudwatch:PutLogAlarm": ("alarm",),
    "cloudwatch:PutMetricAlarm": ("alarm",),
    "cur:PutReportDefinition": ("cur",),
    "ecs:CreateExpressGatewayService": ("service",),
    "elasticache:CopyServerlessCacheSnapshot": ("serverlesscachesnapshot",),
    "elasticache:CopySnapshot": ("snapshot",),
    "elasticache:CreateCacheCluster": ("cluster",),
    "elasticache:PurchaseReservedCacheNodesOffering": ("reserved-instance",),
    "elasticloadbalancing:CreateLoadBalancer": (
        "loadbalancer",
        "loadbalancer/app/",
        "loadbalancer/gwy/",
        "loadbalancer/net/",
    ),
    "es:CreateElasticsearchDomain": ("domain",),
    "events:PutRule": (
        "rule-on-custom-event-bus",
        "rule-on-default-event-bus",
    ),
    "fms:PutAppsList": ("applications-list",),
    "fsx:CreateDataRepositoryTask": ("task",),
    "fsx:CreateFileSystemFromBackup": ("file-system",),
    "fsx:CreateVolumeFromBackup": ("volume",),
    "greengrass:CreateComponentVersion": ("component",),
    "iam:CreateVirtualMFADevice": ("mfa",),
    "kafka:CreateClusterV2": ("cluster",),
    "kinesis:CreateChannel": ("channel",),
    "memorydb:CopySnapshot": ("snapshot",),
    "memorydb:CreateCluster": (),
    "memorydb:PurchaseReservedNodesOffering": ("reservednode",),
    "rds:CopyDBClusterParameterGroup": ("cluster-pg",),
    "rds:CopyDBClusterSnapshot": ("cluster-snapshot",),
    "rds:CopyDBParameterGroup": ("pg",),
    "rds:CopyDBSnapshot": ("snapshot",),
    "rds:CopyOptionGroup": ("og",),
    "rds:CreateDBCluster": ("cluster",),
    "rds:CreateDBInstance": ("db",),
    "rds:CreateDBInstanceReadReplica": ("db",),
    "rds:CreateDBShardGroup": ("shardgrp",),
    "rds:PurchaseReservedDBInstancesOffering": ("ri",),
    "rds:RestoreDBClusterFromS3": ("cluster",),
    "rds:RestoreDBClusterFromSnapshot": ("cluster",),
    "rds:RestoreDBClusterToPointInTime": ("cluster",),
    "rds:RestoreDBInstanceFromDBSnapshot": ("db",),
    "rds:RestoreDBInstanceFromS3": ("db",),
    "rds:RestoreDBInstanceToPointInTime": ("db",),
    "redshift:CopyClusterSnapshot": ("snapshot",),
    "redshift:CreateClusterSnapshot": ("snapshot",),
    "resiliencehub:CreateRecommendationTemplate": (),
    "sagemaker:CreateAutoMLJobV2": ("automl-job",),
    "sagemaker:CreateHubContentReference": ("hub-content",),
    "ssm:StartAutomationExecution": ("automation-execution",),
    "ssm:StartChangeRequestExecution": ("automation-execution",),
}
"""What the names do not tell: the resource types that these actions make."""

CREATES_UNTAGGED = {
    "amplify:CreateDomainAssociation": ("domains",),
    "cloudtrail:CreateServiceLinkedChannel": ("channel",),
    "dynamodb:ImportTable": ("table",),
    "dynamodb:RestoreTableFromAwsBackup": ("table",),
    "dynamodb:RestoreTableFromBackup": ("table",),
    "dynamodb:RestoreTableToPointInTime": ("table",),
    "ec2:ImportInstance": ("instance", "volume"),
    "ec2:ImportVolume": ("volume",),
    "iam:CreateServiceLinkedRole": ("role",),
    "quicksight:CreateAdmin": ("user",),
    "quicksight:CreateReader": ("user",),
    "redshift:RestoreFromClusterSnapshot": ("cluster",),
}
"""Actions whose rows read as if they worked on what exists, and that need rights on the new, untagged resource.

DynamoDB's restores also write to the table that they make:
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html, read 2026-11-24.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A resource type in an action's rows: its name, whether it is required, the row's keys and the type's."""

    name: str
    required: bool
    keys: Keys
    type_keys: Keys


@dataclass(frozen=True, slots=True)
class Described:
    """An action as AWS's tables describe it: service, name, level, the keys of its own row, its resource types."""

    service: str
    name: str
    level: Level
    keys: Keys
    rows: tuple[Row, ...]

    @property
    def full(self) -> str:
        """Return the name with its service."""
        return f"{self.service}:{self.name}"

    @property
    def verb(self) -> str:
        """Return the first word of the name: ``Create``, ``POST``, ``Untag``."""
        match = re.match(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", self.name)
        return match[0] if match else self.name

    @property
    def noun(self) -> str:
        """Return the name without its verb."""
        return self.name[len(self.verb) :]

    def takes(self, key: str) -> bool:
        """Return whether the action's row, or one of its rows for resource types, lists `key`."""
        return key in self.keys or any(key in row.keys for row in self.rows)


def kind(action: Described, created: Iterable[str]) -> Kind:
    """Return what the action does to resources and to their tags."""
    if action.level is Level.TAGGING or action.verb in ("Tag", "Untag"):
        tagging = _tagging_kind(action)
        if tagging is not None:
            return tagging
    if action.level in (Level.READ, Level.LIST):
        return Kind.USE
    if action.takes(REQUEST_TAG):
        return _carrying_kind(action, list(created))
    if created and (action.verb == "Create" or action.full in CREATES_UNTAGGED):
        return Kind.CREATE_UNTAGGED
    return Kind.USE_WITH_TAGS if action.takes(TAG_KEYS) else Kind.USE


def _tagging_kind(action: Described) -> Kind | None:
    if "tag" not in action.name.lower() or action.verb == "List":
        return None
    if action.verb in REMOVING_TAGS:
        return Kind.REMOVE_TAGS
    return Kind.REPLACE_TAGS if action.verb in REPLACING_TAGS else Kind.SET_TAGS


def _carrying_kind(action: Described, created: list[str]) -> Kind:
    if action.service in BY_ROW:
        return Kind.CREATE if created else Kind.USE_WITH_TAGS
    if action.verb in CREATING:
        return Kind.CREATE
    return Kind.CREATE_OR_REPLACE if action.verb in CREATING_OR_REPLACING else Kind.USE_WITH_TAGS


def created_types(action: Described, siblings: Mapping[str, Described]) -> tuple[str, ...]:
    """Return the names of the resource types that the action makes; `siblings` are the service's actions by name.

    By its rows where those tell, else by name, else as the only type that the action which deletes works on, unless
    that type has a creating action of its own (``CreateAgentAlias`` and ``DeleteAgentAlias`` both name the agent).
    """
    known = (CREATES | CREATES_UNTAGGED).get(action.full)
    if known is not None:
        return known
    if action.level not in (Level.WRITE, Level.PERMISSIONS):
        return ()
    if action.service in BY_ROW:
        return tuple(row.name for row in action.rows if REQUEST_TAG in row.keys)
    if action.verb not in CREATING | CREATING_OR_REPLACING:
        return ()
    return _named(action) or (_deleted(action, siblings) if action.takes(REQUEST_TAG) else ())


def _named(action: Described) -> tuple[str, ...]:
    noun = _plain(action.noun)
    return tuple(row.name for row in action.rows if _plain(row.name) in _spellings(noun))


def _deleted(action: Described, siblings: Mapping[str, Described]) -> tuple[str, ...]:
    deleting = siblings.get(f"Delete{action.noun}")
    if deleting is None or len(deleting.rows) != 1 or action.verb != "Create":
        return ()
    name = deleting.rows[0].name
    others = {_plain(sibling.noun) for sibling in siblings.values() if sibling.verb == "Create" and sibling != action}
    if _plain(name) in others or not any(row.name == name for row in action.rows):
        return ()
    return (name,)


def _plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower())


def _spellings(noun: str) -> set[str]:
    """Return the spellings that a type named for `noun` may have: one and many."""
    singular = noun.removesuffix("s")
    return {noun, singular, f"{singular}s", f"{singular}es", f"{singular}resource"}
