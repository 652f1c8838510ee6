"""The errors of AWS, each with its likely causes, the likeliest first."""

from typing import Final

from wizard.rules.sign_in_errors.sign_in_error import cause, known

TROUBLESHOOTING: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html"
SESSION_TAGS: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"
ASSUME_WITH_SAML: Final = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html"
ASSUME_ROLE: Final = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"
FEATURES: Final = "https://www.okta.com/blog/2019/11/okta-and-aws-partner-to-simplify-access-via-session-tags/"
TOO_LONG: Final = "https://github.com/ministryofjustice/cloud-platform/issues/4455"

_TAG_VALUE_TOO_LONG: Final = cause(
    "A tag value has more than 256 characters",
    "Look at the person's values as they are joined, lists of groups first. A list counts as one value. Shorten it, or "
    "send fewer members.",
    TOO_LONG,
    "PERS102",
)
_FOREIGN: Final = cause(
    "A tag key or value has characters that AWS refuses",
    "Only letters, numbers, spaces and _ . : / = + - @ pass. Look for commas, &, apostrophes, brackets and decomposed "
    "accents in the person's values.",
    "https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html",
    "TAG103",
    "PERS103",
)
_ARRAYS_OFF: Final = cause(
    "Okta sends all transitive keys as one text",
    "Capture the assertion: one AttributeValue with commas under TransitiveTagKeys means that "
    "SAML_SUPPORT_ARRAY_ATTRIBUTES is off. Ask Okta's support for it.",
    FEATURES,
    "FEAT102",
    verified=False,
)
_ROLE_PAIR: Final = cause(
    "The attribute Role is missing, or is no pair of a role and a provider",
    "Capture the assertion: each value of https://aws.amazon.com/SAML/Attributes/Role is a role's ARN and the "
    "provider's, with a comma between. In Okta look at Identity Provider ARN, the group filter and the role value "
    "pattern, and whether a role is assigned to the person.",
    TROUBLESHOOTING,
    "AWS106",
)
_AUDIENCE: Final = cause(
    "The endpoint that the assertion names is not the one that the trust policy accepts",
    "Compare Recipient in the assertion with SAML:aud in the trust policy. In Okta look at AWS Environment and ACS URL "
    "override; for a regional endpoint the trust policy needs that endpoint too.",
    TROUBLESHOOTING,
    "AWS117",
)

ERRORS_OF_AWS: Final = (
    known(
        "Not authorized to perform sts:AssumeRoleWithSAML",
        cause(
            "The role's trust policy does not allow sts:TagSession",
            "Okta sends a tag, so the role must allow sts:TagSession beside sts:AssumeRoleWithSAML; the error never "
            "names it. Look at the trust policy of the role in the assertion, in that account.",
            SESSION_TAGS,
            "AWS123",
        ),
        cause(
            "A condition of the trust policy does not hold",
            "Compare the tags in the assertion with the conditions: a required tag that is missing or empty, a value "
            "that is not allowed, a key in another case than aws:TagKeys lists, a transitive key that is not listed.",
            TROUBLESHOOTING,
            "PERS105",
            "PERS108",
            "FEAT101",
        ),
        _AUDIENCE,
        cause(
            "The role or the provider in the assertion does not exist, or is misspelled",
            "Compare both ARNs under the attribute Role with those in the account; role names are case-sensitive here.",
            TROUBLESHOOTING,
            "AWS106",
            "AWS113",
        ),
        cause(
            "The assertion carries SourceIdentity, and the trust policy does not allow sts:SetSourceIdentity",
            "Look for https://aws.amazon.com/SAML/Attributes/SourceIdentity in the assertion.",
            TROUBLESHOOTING,
        ),
        cause(
            "The assertion has no NameID",
            "Look at the Subject of the assertion, and at the application username format in Okta.",
            TROUBLESHOOTING,
        ),
    ),
    known(
        "is not authorized to perform: sts:TagSession on resource",
        cause(
            "The trust policy of the role that was chained into does not allow sts:TagSession",
            "Transitive tags come along, so the second role must allow it beside sts:AssumeRole.",
            "https://github.com/18F/identity-terraform/issues/115",
            "AWS116",
        ),
        cause(
            "The caller's own policies do not allow sts:TagSession on that role",
            "With a role of another account, or a trust in a whole account, the caller's permission policy needs it "
            "too.",
            SESSION_TAGS,
        ),
    ),
    known(
        "Unable to validate tags",
        _TAG_VALUE_TOO_LONG,
        _FOREIGN._replace(verified=False),
        cause(
            "A tag has several values",
            "Capture the assertion: an attribute PrincipalTag with more than one AttributeValue. AWS takes one; join a "
            "list with a separator.",
            SESSION_TAGS,
            "VAL105",
            "PERS106",
            verified=False,
        ),
        cause(
            "There are more than 50 tags",
            "Count the PrincipalTag attributes in the assertion.",
            SESSION_TAGS,
            "TAG107",
            verified=False,
        ),
    ),
    known(
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        cause(
            "Two tags have one key, perhaps in another case",
            "Capture the assertion and compare what follows PrincipalTag: in each name, regardless of case.",
            ASSUME_ROLE,
            "TAG105",
            "TAG106",
        ),
        by=(("Duplicate tag keys found",),),
    ),
    known(
        "The specified transitive tag key must be included in the requested tags.",
        _ARRAYS_OFF,
        cause(
            "The person lacks a tag that is transitive",
            "TransitiveTagKeys names every transitive key, whether or not the person has a value. Give the expression "
            "a default, or the person a value.",
            ASSUME_ROLE,
            "TAG109",
            verified=False,
        ),
        by=(("specified transitive tag key must be included",),),
    ),
    known(
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the "
        "calling session.",
        cause(
            "The caller passes a tag that the session has inherited already",
            "A transitive tag comes along by itself and cannot be passed again, in another case neither. Leave it out "
            "of the call that assumes the next role.",
            SESSION_TAGS,
        ),
        by=(("specified transitive tag keys can", "be set because it conflicts"),),
    ),
    known(
        "Packed size of session tags consumes 138% of allotted space.",
        cause(
            "The tags of this person are too large together",
            "AWS packs keys and values into a space whose size it does not publish; it fills long before 50 tags. Send "
            "fewer tags, shorter keys or shorter values, above all shorter lists.",
            ASSUME_WITH_SAML,
            "TAG116",
        ),
        by=(("Packed size of session tags consumes",), ("PackedPolicyTooLarge",), ("PackedPolicySize", "exceeds")),
    ),
    known(
        "Serialized token too large for session",
        cause(
            "The session's credentials would be too large",
            "It can happen although the packed size is below its limit. Send fewer or shorter tags.",
            "https://catnekaise.github.io/github-actions-abac-aws/detailed-explanation/",
            "TAG116",
            verified=False,
        ),
    ),
    known(
        r"failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*",
        _FOREIGN,
        by=(("failed to satisfy constraint", "Member must satisfy regular expression pattern", "pLpZpN"),),
    ),
    known(
        "failed to satisfy constraint: Member must have length less than or equal to 256",
        _TAG_VALUE_TOO_LONG,
        by=(("failed to satisfy constraint", "Member must have length less than or equal to 256"),),
    ),
    known(
        "failed to satisfy constraint: Member must have length less than or equal to 128",
        cause(
            "A tag key has more than 128 characters",
            "Look at what follows PrincipalTag: in the names of the assertion.",
            SESSION_TAGS,
            "TAG101",
        ),
        by=(("failed to satisfy constraint", "Member must have length less than or equal to 128"),),
    ),
    known(
        "RoleSessionName is required in AuthnResponse",
        cause(
            "The assertion carries no RoleSessionName",
            "In Okta look at the application username format of the app: a person without that value has no session "
            "name.",
            TROUBLESHOOTING,
        ),
    ),
    known(
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        cause(
            "The person's session name has other characters, or fewer than 2 or more than 64",
            "In Okta it is the application username, usually the login. Choose a format without spaces and apostrophes "
            "that is at most 64 characters long.",
            TROUBLESHOOTING,
            "PERS101",
        ),
        by=(("RoleSessionName in AuthnResponse must match",),),
    ),
    known(
        'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
        cause(
            "The source identity has other characters, begins with aws:, or is too short or too long",
            "Look at https://aws.amazon.com/SAML/Attributes/SourceIdentity in the assertion.",
            TROUBLESHOOTING,
        ),
        by=(("Source Identity must match",),),
    ),
    known(
        "Your request included an invalid SAML response. To logout, click here.",
        _ROLE_PAIR,
        cause(
            "A role name or a group name does not fit the app's group filter",
            "Compare the names of the person's groups with the group filter. A period in a role name is reported to "
            "break it; sources disagree.",
            "https://support.okta.com/help/s/article/invalid-saml-response-with-aws-account-federation-app",
            "AWS109",
            verified=False,
        ),
        by=(("request included an invalid SAML response",),),
    ),
    known(
        "Response signature invalid",
        cause(
            "AWS knows another signing certificate than the one that signed",
            "Download the app's metadata in Okta and update the IAM SAML provider with it, in every account.",
            TROUBLESHOOTING,
        ),
    ),
    known(
        "Issuer not present in specified provider",
        cause(
            "The provider in the assertion was made from another app's metadata",
            "Compare the Issuer in the assertion with entityID in the metadata of the IAM SAML provider. Look at "
            "Identity Provider ARN in Okta.",
            TROUBLESHOOTING,
            "AWS113",
        ),
        by=(("Issuer not present in specified provider",), ("AuthSamlInvalidSamlResponseException",)),
    ),
    known(
        "ExpiredTokenException",
        cause(
            "The assertion was used after its time",
            "An assertion of Okta holds about five minutes. Sign in again; look at the clocks if it recurs.",
            ASSUME_WITH_SAML,
        ),
    ),
    known(
        "Requested DurationSeconds exceeds MaxSessionDuration set for this role.",
        cause(
            "The session asked for is longer than the role allows",
            "Okta's Session Duration must not pass MaxSessionDuration of any role behind the app.",
            TROUBLESHOOTING,
            "AWS110",
            "AWS111",
        ),
        by=(("DurationSeconds exceeds", "MaxSessionDuration set for this role"),),
    ),
    known("Response does not contain the required audience.", _AUDIENCE),
    known(
        "Cannot exceed quota for ACLSizePerRole: 2048",
        cause(
            "The trust policy is longer than the account's quota",
            "Have the quota ACLSizePerRole raised in Service Quotas, in each account; sources differ on whether to "
            "4,096 or 8,192. Fewer tags, or shorter keys, make the policy shorter.",
            "https://github.com/kubeflow/kubeflow/issues/6687",
            "POL101",
        ),
        by=(("Cannot exceed quota for ACLSizePerRole",),),
    ),
    known(
        "IDPRejectedClaim",
        cause(
            "The identity provider reported that the sign-in failed",
            "Look into Okta's system log at that time: the app may not be assigned to the person, or a policy refused. "
            "Then sign in again.",
            ASSUME_WITH_SAML,
        ),
    ),
    known(
        "RegionDisabledException",
        cause(
            "STS is switched off in the region that was asked",
            "In the account's IAM console look at Account settings, or choose another endpoint.",
            ASSUME_WITH_SAML,
        ),
        by=(("RegionDisabled",), ("STS is not activated in the requested region",)),
    ),
    known(
        "MalformedPolicyDocument",
        cause(
            "A policy was not taken as a whole, or names somebody who does not exist",
            "The rest of the message says what is wrong. Paste the exported file whole. A trust policy names roles and "
            "providers, and a trusted role must be there before it.",
            ASSUME_WITH_SAML,
            "AWS114",
            verified=False,
        ),
    ),
)
