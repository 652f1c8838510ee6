"""What each AWS partition calls its sign-in: the endpoint that an assertion names, and the service provider's id.

IAM compares the assertion's Recipient with the condition key ``SAML:aud``, so the endpoint stands in the trust
policy. Only the values of the partition ``aws`` are stated by AWS; those of the others are known from other
sources, and the texts that show them have to say so.
"""

import re
from typing import Final

from wizard.frozen import Frozen
from wizard.plan.model import Aws, Partition

REGIONS_URL: Final = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html"
ENDPOINTS_URL: Final = "https://docs.aws.amazon.com/general/latest/gr/signin-service.html"


class SignIn(Frozen):
    """The sign-in of one partition.

    Attributes:
        host: of the sign-in service; the default endpoint has no region in front.
        home: the region whose endpoint is the default one, without a prefix.
        entity_id: the service provider's entity id.
        regions: a pattern of what the name of a region of this partition looks like.
        known: the regions that there were when the program was made; AWS opens new ones.
        source: URL of what states these values. stated_by_aws: False where only others do.
    """

    host: str
    home: str
    entity_id: str
    regions: str
    known: frozenset[str]
    source: str
    stated_by_aws: bool

    def endpoint(self, region: str = "") -> str:
        """Return the sign-in endpoint (Recipient, ``SAML:aud``) of a region, the default one without a region."""
        prefix = "" if region in ("", self.home) else f"{region}."
        return f"https://{prefix}{self.host}/saml"


KNOWN_REGIONS_AS_OF: Final = "AWS's SDK botocore 1.44.5, 2026-11-24"
"""Where the names of the regions come from, and the day they were read."""

_SIGN_IN: Final = {
    Partition.AWS: SignIn(
        host="signin.aws.amazon.com",
        home="us-east-1",
        entity_id="urn:amazon:webservices",
        regions=r"(?!cn-|us-gov-|us-iso)[a-z]{2,3}(-[a-z]+)+-[0-9]+",
        known=frozenset(
            [
                "af-south-1",
                "ap-east-1",
                "ap-east-2",
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-northeast-3",
                "ap-south-1",
                "ap-south-2",
                "ap-southeast-1",
                "ap-southeast-2",
                "ap-southeast-3",
                "ap-southeast-4",
                "ap-southeast-5",
                "ap-southeast-6",
                "ap-southeast-7",
                "ca-central-1",
                "ca-west-1",
                "eu-central-1",
                "eu-central-2",
                "eu-north-1",
                "eu-south-1",
                "eu-south-2",
                "eu-west-1",
                "eu-west-2",
                "eu-west-3",
                "il-central-1",
                "me-central-1",
                "me-south-1",
                "me-west-1",
                "mx-central-1",
                "sa-east-1",
                "sa-west-1",
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2",
            ]
        ),
        source=ENDPOINTS_URL,
        stated_by_aws=True,
    ),
    Partition.CHINA: SignIn(
        host="signin.amazonaws.cn",
        home="",
        entity_id="urn:amazon:webservices:cn-north-1",
        regions=r"cn-[a-z]+-[0-9]+",
        known=frozenset({"cn-north-1", "cn-northwest-1"}),
        source="https://support.okta.com/help/s/article/How-to-Integrate-Amazon-Web-Service-China-instance-via-User-Groups",
        stated_by_aws=False,
    ),
    Partition.GOV_CLOUD: SignIn(
        host="signin.amazonaws-us-gov.com",
        home="us-gov-west-1",
        entity_id="urn:amazon:webservices:govcloud",
        regions=r"us-gov-[a-z]+-[0-9]+",
        known=frozenset({"us-gov-east-1", "us-gov-west-1"}),
        source="https://aws.amazon.com/blogs/publicsector/enabling-saml-2-0-federation-aws-sso-aws-govcloud-us/",
        stated_by_aws=False,
    ),
}


def sign_in(partition: Partition) -> SignIn:
    """Return what the partition calls its sign-in."""
    return _SIGN_IN[partition]


def audiences(aws: Aws) -> tuple[str, ...]:
    """Return the endpoints that a trust policy accepts as ``SAML:aud``: the default, then the plan's regions."""
    facts = sign_in(aws.partition)
    return tuple(dict.fromkeys(facts.endpoint(region) for region in ("", *aws.sign_in_regions)))


def region_belongs(partition: Partition, region: str) -> bool:
    """Tell whether `region` reads like a region of the partition: ``eu-central-1`` in ``aws``."""
    return re.fullmatch(sign_in(partition).regions, region) is not None
