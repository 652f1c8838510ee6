"""How a creating call passes tags: for the calls that people make most, the AWS CLI's command and its parameter.

The parameters are those of the services' own API models; a test holds the table against botocore's copy of them.
"""

from enum import StrEnum
from typing import Final

from wizard.frozen import Frozen

Tags = tuple[tuple[str, str], ...]
"""Key and value of each tag."""


class Style(StrEnum):
    """The form in which a service takes tags."""

    KEY_VALUE = "Key"
    """A list of pairs: ``Key=team,Value=platform``."""
    LOWER_KEY_VALUE = "key"
    """A list of pairs: ``key=team,value=platform``."""
    TAG_KEY_VALUE = "TagKey"
    """A list of pairs: ``TagKey=team,TagValue=platform``."""
    MAP = "map"
    """Keys and values: ``team=platform``."""
    SPECIFICATION = "specification"
    """EC2: pairs for each type of resource that the call makes."""


class CreatingCall(Frozen):
    """A creating action and the AWS CLI's command for it.

    Attributes:
        action: full name of the action. command: the words of the CLI's command, without ``aws``.
        parameter: the option that takes tags. style: their form.
        types: for EC2, the types of resources that the call makes and that all have to be tagged.
    """

    action: str
    command: tuple[str, str]
    parameter: str = "--tags"
    style: Style = Style.KEY_VALUE
    types: tuple[str, ...] = ()

    def words(self, tags: Tags) -> tuple[str, ...]:
        """Return the command line's words with these tags; what else the call needs is left to be added."""
        return ("aws", *self.command, self.parameter, *self._values(tags))

    def _values(self, tags: Tags) -> tuple[str, ...]:
        if self.style is Style.MAP:
            return (",".join(f"{key}={value}" for key, value in tags),)
        if self.style is Style.SPECIFICATION:
            listed = ",".join(f"{{Key={key},Value={value}}}" for key, value in tags)
            return tuple(f"ResourceType={name},Tags=[{listed}]" for name in self.types)
        key_name, value_name = _PAIRS[self.style]
        return tuple(f"{key_name}={key},{value_name}={value}" for key, value in tags)


_PAIRS: Final = {
    Style.KEY_VALUE: ("Key", "Value"),
    Style.LOWER_KEY_VALUE: ("key", "value"),
    Style.TAG_KEY_VALUE: ("TagKey", "TagValue"),
}

_TABLE: Final = (
    CreatingCall("acm:RequestCertificate", ("acm", "request-certificate")),
    CreatingCall("apigateway:POST", ("apigateway", "create-rest-api"), style=Style.MAP),
    CreatingCall("athena:CreateWorkGroup", ("athena", "create-work-group")),
    CreatingCall("backup:CreateBackupVault", ("backup", "create-backup-vault"), "--backup-vault-tags", Style.MAP),
    CreatingCall("batch:CreateJobQueue", ("batch", "create-job-queue"), style=Style.MAP),
    CreatingCall("cloudformation:CreateStack", ("cloudformation", "create-stack")),
    CreatingCall("cloudwatch:PutMetricAlarm", ("cloudwatch", "put-metric-alarm")),
    CreatingCall("codebuild:CreateProject", ("codebuild", "create-project"), style=Style.LOWER_KEY_VALUE),
    CreatingCall("codepipeline:CreatePipeline", ("codepipeline", "create-pipeline"), style=Style.LOWER_KEY_VALUE),
    CreatingCall("cognito-idp:CreateUserPool", ("cognito-idp", "create-user-pool"), "--user-pool-tags", Style.MAP),
    CreatingCall("dynamodb:CreateTable", ("dynamodb", "create-table")),
    CreatingCall(
        "ec2:RunInstances",
        ("ec2", "run-instances"),
        "--tag-specifications",
        Style.SPECIFICATION,
        ("instance", "volume", "network-interface"),
    ),
    CreatingCall(
        "ec2:CreateVolume", ("ec2", "create-volume"), "--tag-specifications", Style.SPECIFICATION, ("volume",)
    ),
    CreatingCall("ecr:CreateRepository", ("ecr", "create-repository")),
    CreatingCall("ecs:CreateCluster", ("ecs", "create-cluster"), style=Style.LOWER_KEY_VALUE),
    CreatingCall("eks:CreateCluster", ("eks", "create-cluster"), style=Style.MAP),
    CreatingCall("elasticache:CreateCacheCluster", ("elasticache", "create-cache-cluster")),
    CreatingCall("elasticfilesystem:CreateFileSystem", ("efs", "create-file-system")),
    CreatingCall("elasticloadbalancing:CreateLoadBalancer", ("elbv2", "create-load-balancer")),
    CreatingCall("es:CreateDomain", ("opensearch", "create-domain"), "--tag-list"),
    CreatingCall("events:PutRule", ("events", "put-rule")),
    CreatingCall("firehose:CreateDeliveryStream", ("firehose", "create-delivery-stream")),
    CreatingCall("fsx:CreateFileSystem", ("fsx", "create-file-system")),
    CreatingCall("glue:CreateJob", ("glue", "create-job"), style=Style.MAP),
    CreatingCall("iam:CreateRole", ("iam", "create-role")),
    CreatingCall("kafka:CreateCluster", ("kafka", "create-cluster"), style=Style.MAP),
    CreatingCall("kinesis:CreateStream", ("kinesis", "create-stream"), style=Style.MAP),
    CreatingCall("kms:CreateKey", ("kms", "create-key"), style=Style.TAG_KEY_VALUE),
    CreatingCall("lambda:CreateFunction", ("lambda", "create-function"), style=Style.MAP),
    CreatingCall("logs:CreateLogGroup", ("logs", "create-log-group"), style=Style.MAP),
    CreatingCall("rds:CreateDBInstance", ("rds", "create-db-instance")),
    CreatingCall("redshift:CreateCluster", ("redshift", "create-cluster")),
    CreatingCall("sagemaker:CreateTrainingJob", ("sagemaker", "create-training-job")),
    CreatingCall("secretsmanager:CreateSecret", ("secretsmanager", "create-secret")),
    CreatingCall("sns:CreateTopic", ("sns", "create-topic")),
    CreatingCall("sqs:CreateQueue", ("sqs", "create-queue"), style=Style.MAP),
    CreatingCall("ssm:PutParameter", ("ssm", "put-parameter")),
    CreatingCall("states:CreateStateMachine", ("stepfunctions", "create-state-machine"), style=Style.LOWER_KEY_VALUE),
    CreatingCall("transfer:CreateServer", ("transfer", "create-server")),
    CreatingCall("wafv2:CreateWebACL", ("wafv2", "create-web-acl")),
)

CREATING_CALLS: Final = {call.action: call for call in _TABLE}
"""The calls that are known, by the full names of their actions."""
