"""The plan's statements in the shapes of Okta's API."""

from typing import Any

from wizard.okta.statements import attribute_statements
from wizard.plan.model import Plan


def app_settings(plan: Plan) -> dict[str, Any]:
    """Return the part of an app that holds the attribute statements; everything else of the app must be kept.

    Without the key ``destinationOverride`` Okta answers 200 and stores nothing: it is there, as null.
    https://github.com/okta/okta-sdk-dotnet/issues/731; shape: OINSaml20ApplicationSettingsSignOn of
    https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/, read 2026-11-24.
    """
    statements = [
        {
            "type": "EXPRESSION",
            "name": statement.name,
            "namespace": statement.name_format.urn,
            "values": [statement.value],
        }
        for statement in attribute_statements(plan)
    ]
    return {"settings": {"signOn": {"destinationOverride": None, "attributeStatements": statements}}}


def federated_claims(plan: Plan) -> list[dict[str, str]]:
    """Return one body for each claim, for POST ``/api/v1/apps/{appId}/federated-claims``; a claim has no name format.

    https://developer.okta.com/docs/guides/federated-claims/main/, read 2026-11-24.
    """
    return [{"name": statement.name, "expression": statement.value} for statement in attribute_statements(plan)]
