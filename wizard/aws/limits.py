"""The numbers that AWS published for session tags, sign-in and IAM policies, each with the page that states it.

A length is in characters. Where sources differ on a number, the constants' comments say so, and so must the
texts that show it.
"""

from typing import Final

SESSION_TAGS_URL: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"
TAGS_URL: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"
QUOTAS_URL: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"
ASSUME_ROLE_WITH_SAML_URL: Final = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html"
ASSERTIONS_URL: Final = (
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"
)
CREATE_ROLE_URL: Final = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"
CREATE_SAML_PROVIDER_URL: Final = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html"
CREATE_POLICY_URL: Final = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"

# SESSION_TAGS_URL, TAGS_URL
SESSION_TAGS: Final = 50
TAG_KEY_LENGTH: Final = 128
TAG_VALUE_LENGTH: Final = 256
RESERVED_TAG_PREFIX: Final = "aws:"
"""Neither a key nor a value may begin with it; whether its case matters is not documented."""

# ASSUME_ROLE_WITH_SAML_URL
SAML_ASSERTION_LENGTH: Final = 100_000
"""Longest base64 text of a SAML response."""
CHAINED_SESSION_SECONDS: Final = 3600

# ASSERTIONS_URL
SESSION_SECONDS_LEAST: Final = 900
SESSION_SECONDS_MOST: Final = 43_200
ROLE_SESSION_NAME_LENGTHS: Final = (2, 64)

# CREATE_ROLE_URL
ROLE_NAME_LENGTH: Final = 64
MAX_SESSION_SECONDS_LEAST: Final = 3600
"""Least MaxSessionDuration that a role can have; its most is SESSION_SECONDS_MOST."""

# CREATE_SAML_PROVIDER_URL
SAML_PROVIDER_NAME_LENGTH: Final = 128
SAML_PROVIDERS_PER_ACCOUNT: Final = 100

# QUOTAS_URL. The maximum of the trust policy's quota, ACLSizePerRole, is 4,096 in AWS's own page of March 2026
# and 8,192 in later copies of the quota list.
TRUST_POLICY_LENGTH: Final = 2048
TRUST_POLICY_LENGTH_RAISED: Final = 4096
TRUST_POLICY_LENGTH_MOST: Final = 8192
TRUST_POLICY_QUOTA: Final = "ACLSizePerRole"

# QUOTAS_URL; white space does not count. Sources differ on the policies of a role: 10 by default and 25 at most
# in AWS's page of March 2026, 20 at most in an older one, 20 by default in copies.
MANAGED_POLICY_LENGTH: Final = 6144
POLICIES_PER_ROLE: Final = 10
POLICIES_PER_ROLE_MOST: Final = 25

# QUOTAS_URL
POLICY_VERSIONS: Final = 5

# CREATE_POLICY_URL
POLICY_NAME_LENGTH: Final = 128
