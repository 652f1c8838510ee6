"""The errors of Okta, each with its likely causes, the likeliest first."""

from typing import Final

from wizard.rules.sign_in_errors.sign_in_error import cause, known

OKTA_ERRORS: Final = "https://developer.okta.com/docs/reference/error-codes/"

ERRORS_OF_OKTA: Final = (
    known(
        "Invalid SAML attribute name: duplicate name, or matches an existing attribute name within this integration",
        cause(
            "Two rows have one name",
            "Names are unique across user and group statements. Look for a row that stands there twice, and among the "
            "federated claims.",
            "https://github.com/okta/terraform-provider-okta/issues/1440",
            "TAG105",
        ),
        cause(
            "The name is one of the app's own attributes",
            "The app sends Role, RoleSessionName and SessionDuration itself; the app's settings change them.",
            "https://github.com/okta/terraform-provider-okta/issues/1440",
            "TAG111",
            "OKTA102",
        ),
        by=(
            ("Invalid SAML attribute name", "duplicate name"),
            ("matches an existing attribute name within this integration",),
        ),
    ),
    known(
        "E0000039: Operation on application settings failed.",
        cause(
            "A row's name stands twice, or is one of the app's own",
            "Read the causes in the same answer; names of rows are unique, and the app's own are taken.",
            OKTA_ERRORS,
            "TAG105",
            "OKTA102",
            verified=False,
        ),
        by=(("E0000039",), ("Operation on application settings failed",)),
    ),
    known(
        "E0000003: The request body was not well-formed.",
        cause(
            "A statement lacks its type or its name format",
            'Each statement needs "type": "EXPRESSION" and a "namespace"; the type GENERIC is not taken.',
            "https://github.com/okta/terraform-provider-okta/issues/2276",
        ),
        by=(("E0000003",), ("request body was not well-formed",)),
    ),
    known(
        "E0000015: You do not have permission to access the feature you are requesting",
        cause(
            "A feature is off in the org",
            "OIN_SAML2_DYNAMIC_ATTRIBUTES lets the app send statements, and custom apps may need ADVANCED_SSO. Ask "
            "Okta's support.",
            OKTA_ERRORS,
            "FEAT101",
            verified=False,
        ),
        by=(("E0000015",), ("do not have permission to access the feature",)),
    ),
    known(
        "E0000006: You do not have permission to perform the requested action",
        cause(
            "The administrator or the token lacks the role for it",
            "Changing an app asks for an application administrator; a service app needs an admin role beside its "
            "scopes.",
            OKTA_ERRORS,
        ),
        by=(("E0000006",), ("do not have permission to perform the requested action",)),
    ),
    known(
        "E0000011: Invalid token provided",
        cause(
            "The API token is wrong, revoked or expired",
            "A token dies after 30 idle days and with its user. It belongs to one org: look at the host too.",
            OKTA_ERRORS,
            "OKTA101",
        ),
        by=(("E0000011",), ("Invalid token provided",)),
    ),
    known(
        "E0000047: API call exceeded rate limit due to too many requests.",
        cause(
            "Too many calls to Okta's API in a minute",
            "Wait until the time that the header X-Rate-Limit-Reset names, then try again.",
            OKTA_ERRORS,
        ),
        by=(("E0000047",), ("API call exceeded rate limit",)),
    ),
    known(
        "E0000075: Cannot modify the attribute because it has a field mapping and profile push is enabled.",
        cause(
            "A mapping fills the attribute",
            "Change it where the mapping takes it from, or take the mapping away first.",
            OKTA_ERRORS,
        ),
        by=(("E0000075",), ("because it has a field mapping and profile push is enabled",)),
    ),
    known(
        "E0000143: App instance operation not allowed.",
        cause(
            "The app does not take this change through the API",
            "Seen after a change of an attribute of a preconfigured app. Make the change in the admin console.",
            "https://github.com/okta/terraform-provider-okta/issues/871",
            verified=False,
        ),
        by=(("E0000143",), ("App instance operation not allowed",)),
    ),
    known(
        "E0000001: Api validation failed",
        cause(
            "A field of the request has a value that Okta does not take",
            "Read the causes in the same answer: they name the field. Names of rows have at most 512 characters, "
            "values 1,024.",
            OKTA_ERRORS,
            "OKTA103",
            "OKTA104",
        ),
        by=(("E0000001",), ("Api validation failed",)),
    ),
    known(
        "E0000004: Authentication failed",
        cause(
            "Okta does not know who asks",
            "Look at the token or the client's key, and at the org that it belongs to.",
            OKTA_ERRORS,
            "OKTA101",
        ),
        by=(("E0000004",),),
    ),
    known(
        "E0000007: Not found",
        cause(
            "The app, the schema or the mapping is not in this org, or has another ID",
            "Copy the ID anew from the admin console, and look at the host.",
            OKTA_ERRORS,
            "OKTA101",
        ),
        by=(("E0000007",),),
    ),
    known(
        "E0000022: The endpoint does not support the provided HTTP method",
        cause(
            "The address does not take this call",
            "Apps are changed with PUT, schemas and mappings with POST. Look for a slip in the address.",
            OKTA_ERRORS,
        ),
        by=(("E0000022",), ("endpoint does not support the provided HTTP method",)),
    ),
    known(
        "E0000045: Field mapping bad request.",
        cause(
            "A mapping reads or fills an attribute that its profile does not have",
            "Add the attributes to both profiles first, then the mapping.",
            OKTA_ERRORS,
            verified=False,
        ),
        by=(("E0000045",), ("Field mapping bad request",)),
    ),
    known(
        "E0000141: Feature cannot be enabled or disabled due to dependencies/dependents conflicts.",
        cause(
            "Another feature must be switched first",
            "Ask Okta's API for the feature's dependencies and dependents, and switch those first.",
            OKTA_ERRORS,
        ),
        by=(("E0000141",), ("Feature cannot be enabled or disabled due to",)),
    ),
)
