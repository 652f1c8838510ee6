"""Partitions: the sign-in endpoints that a trust policy accepts."""

import botocore
import botocore.session
import pytest

from wizard.aws.partition import KNOWN_REGIONS_AS_OF, audiences, region_belongs, sign_in
from wizard.plan.model import Aws, Partition


@pytest.mark.parametrize(
    ("partition", "endpoint", "entity_id"),
    [
        (Partition.AWS, "https://signin.aws.amazon.com/saml", "urn:amazon:webservices"),
        (Partition.CHINA, "https://signin.amazonaws.cn/saml", "urn:amazon:webservices:cn-north-1"),
        (Partition.GOV_CLOUD, "https://signin.amazonaws-us-gov.com/saml", "urn:amazon:webservices:govcloud"),
    ],
)
def test_default_endpoint(partition, endpoint, entity_id):
    """Each partition has a default endpoint and a service provider's id of its own."""
    assert sign_in(partition).endpoint() == endpoint
    assert sign_in(partition).entity_id == entity_id


@pytest.mark.parametrize(
    ("partition", "regions", "expected"),
    [
        (Partition.AWS, (), ["https://signin.aws.amazon.com/saml"]),
        (
            Partition.AWS,
            ("us-west-2", "us-east-1", "us-west-2"),
            ["https://signin.aws.amazon.com/saml", "https://us-west-2.signin.aws.amazon.com/saml"],
        ),
        (
            Partition.GOV_CLOUD,
            ("us-gov-east-1",),
            [
                "https://signin.amazonaws-us-gov.com/saml",
                "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
            ],
        ),
    ],
)
def test_audiences(partition, regions, expected):
    """The default endpoint comes first, each region's follows once, and us-east-1 has no prefix."""
    assert audiences(Aws(partition=partition, sign_in_regions=regions)) == tuple(expected)


@pytest.mark.parametrize(
    ("partition", "region", "belongs"),
    [
        (Partition.AWS, "eu-central-1", True),
        (Partition.AWS, "ap-southeast-10", True),
        (Partition.AWS, "cn-north-1", False),
        (Partition.AWS, "us-gov-west-1", False),
        (Partition.AWS, "us-iso-east-1", False),
        (Partition.AWS, "eu-central", False),
        (Partition.AWS, "evil.example/eu-central-1", False),
        (Partition.CHINA, "cn-northwest-1", True),
        (Partition.CHINA, "eu-central-1", False),
        (Partition.GOV_CLOUD, "us-gov-east-1", True),
        (Partition.GOV_CLOUD, "us-east-1", False),
    ],
)
def test_region(partition, region, belongs):
    """A region belongs to the partition whose regions it is named like."""
    assert region_belongs(partition, region) is belongs


@pytest.mark.parametrize("partition", list(Partition))
def test_source(partition):
    """Every partition's values name the page that states them."""
    assert sign_in(partition).source.startswith("https://")


@pytest.mark.parametrize("partition", Partition)
def test_known_regions(partition):
    """Every region that is known is one in AWS's own SDK, and of the release that is named none is missing."""
    data = botocore.session.get_session().get_component("data_loader").load_data("partitions")
    (there,) = [set(one["regions"]) for one in data["partitions"] if one["id"] == partition.value]
    regions = {name for name in there if not name.endswith("-global")}
    assert sign_in(partition).known <= regions
    assert all(region_belongs(partition, name) for name in sign_in(partition).known)
    if f" botocore {botocore.__version__}," in KNOWN_REGIONS_AS_OF:
        assert sign_in(partition).known == regions
