"""Actions that take a second resource into use and are judged by the tags of the first one alone.

The resource stands in a parameter of the call. AWS's tables list no type for it, or list its ARN as a condition key of
the service's own, so no tag of it ever reaches a policy, and the service acts on it by a role that may do so to all of
them. Left aside is what AWS judges by other calls of the caller (a role by iam:PassRole, a key by kms:, a layer by
lambda:GetLayerVersion), what has to let the service in by a policy of its own (a function, a topic, a bucket), and what
is reached through the network alone (the targets of a load balancer's own listener).
Each was found by comparing the parameters of AWS's API models with the types in the coverage table, on 2026-11-24.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

_NAMED: Final = {
    "application-autoscaling": {"scalable resource": "RegisterScalableTarget"},
    "autoscaling": {
        "instance": "AttachInstances",
        "loadbalancer": "AttachLoadBalancers AttachTrafficSources",
        "targetgroup": "AttachLoadBalancerTargetGroups",
    },
    "chime": {"meeting": "CreateMediaCapturePipeline CreateMediaStreamPipeline"},
    "codedeploy": {"instance": "CreateDeployment CreateDeploymentGroup UpdateDeploymentGroup"},
    "dms": {"Endpoint": "ModifyReplicationConfig"},
    "ecs": {
        "autoScalingGroup": "CreateCapacityProvider",
        "capacity-provider": "UpdateDaemon",
        "cluster": "AssociateGatewayWithCluster CreateDaemon CreateExpressGatewayService CreateService CreateTaskSet "
        "RunTask StartTask",
        "targetgroup": "UpdateService",
        "task-definition": "UpdateExpressGatewayService",
    },
    "elasticbeanstalk": {
        "application": "CreateConfigurationTemplate CreateEnvironment UpdateConfigurationTemplate UpdateEnvironment",
        "environment": "SwapEnvironmentCNAMEs",
    },
    "emr-containers": {"execution role": "CreateManagedEndpoint StartJobRun"},
    "glue": {"job": "CreateTrigger UpdateTrigger"},
    "imagebuilder": {
        "infrastructureConfiguration": "CreateImage CreateImagePipeline ImportDiskImage UpdateImagePipeline",
        "snapshot": "CreateContainerRecipe CreateImageRecipe",
    },
    "lambda": {"function": "CreateEventSourceMapping UpdateEventSourceMapping"},
    "lightsail": {
        "Disk": "CreateDiskFromSnapshot",
        "Instance": "CreateInstancesFromSnapshot",
        "RelationalDatabase": "CreateRelationalDatabaseFromSnapshot CreateRelationalDatabaseSnapshot",
    },
    "mediapackage": {"origin_endpoints": "CreateHarvestJob"},
    "odb": {"autonomous-database": "CreateAutonomousDatabase"},
    "quicksight": {"datasource": "CreateDataSource UpdateDataSource"},
    "ram": {"shared resource": "AssociateResourceShare CreateResourceShare"},
    "s3express": {"bucket": "CreateAccessPoint"},
    "sagemaker": {
        "domain": "CreateApp CreateSpace CreateUserProfile",
        "model": "CreateCompilationJob CreateEdgePackagingJob CreateEndpointConfig CreateInferenceComponent "
        "CreateInferenceExperiment CreateInferenceRecommendationsJob CreateOptimizationJob CreateTransformJob "
        "UpdateInferenceComponent UpdateInferenceExperiment",
    },
    "ssm": {
        "instance": "CreateAssociation CreateAssociationBatch RegisterDefaultPatchBaseline "
        "RegisterPatchBaselineForPatchGroup RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow "
        "UpdateAssociation UpdateMaintenanceWindowTarget UpdateMaintenanceWindowTask",
        "parameter": "GetParametersByPath",
    },
    "storagegateway": {"snapshot": "CreateCachediSCSIVolume CreateStorediSCSIVolume"},
    "timestream-influxdb": {"db-instance": "CreateDbBackup"},
    "vpc-lattice": {"TargetGroup": "CreateListener CreateRule UpdateListener UpdateRule"},
}
"""The types of the second resource, by service, and the actions that name one.

What they would open, of resources that belong to another team:
- autoscaling: a group takes any instance by its ID, and terminates it; it puts its own instances into any target group,
  and so between a team and its callers.
  https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AttachInstances.html
- chime, mediapackage: recordings of a meeting or a channel that the call names.
- codedeploy: one's own revision runs as root on whatever instances a tag filter finds.
  https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_UpdateDeploymentGroup.html
- ecs: one's own containers run on the instances of any cluster (``ecs:cluster`` is a key, no resource), and a service
  registers them in any target group, by AWSServiceRoleForECS.
  https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
- elasticbeanstalk: versions and settings of any application, the traffic of any environment (``FromEnvironment``).
  https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.iam.policies.actions.html
- emr-containers: a job runs with any role that trusts the cluster; ``ExecutionRoleArn`` names them, not iam:PassRole.
  https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/iam-execution-role.html
- glue: a trigger runs any job, under that job's role, with arguments that may name code.
  https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTrigger.html
- imagebuilder: one's own component runs with the instance profile of any infrastructure configuration.
- lambda: whoever maps events of their own to any function runs it as they like; ``lambda:FunctionArn`` names functions.
  https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
- lightsail, odb, storagegateway, timestream-influxdb: copies of disks and databases that the call names as the source.
  https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDiskFromSnapshot.html
- quicksight: credentials of any data source (``CopySourceArn``); dms: any endpoint's, by a task of one's own.
- ram: any resource of the account is shared with another account.
- sagemaker: any model answers, under its own role (``sagemaker:ModelArn``); a user profile has its domain's role.
  https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
- ssm: whoever has a parameter called ``/a`` reads all below ``/a``, since only the path is looked at; associations,
  maintenance windows and patch baselines run on whatever nodes a tag finds, windows by AWSServiceRoleForAmazonSSM.
  https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html and
  https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-maintenance-permissions.html
  ssm:SendCommand stays: AWS asks for every node that a tag finds.
  https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html
All read 2026-11-24; where AWS does not say that the caller is asked for the second resource, it is taken not to be.
"""


@cache
def named_unseen(prefix: str) -> Mapping[str, str]:
    """Return the actions that take a resource into use whose tags AWS does not tell, with its type; mostly none."""
    return {name: type_ for type_, names in _NAMED.get(prefix, {}).items() for name in names.split()}
