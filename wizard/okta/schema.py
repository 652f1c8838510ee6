"""The bodies that add custom attributes to the user profiles in Okta, and that map the one profile to the other.

https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/ and .../tag/ProfileMapping/, read
2026-11-24. Okta takes concurrent changes of a schema for one and loses the others: send one body at a time.
"""

from collections.abc import Iterable
from typing import Any

from wizard.okta.profile import ProfileAttribute, app_attributes, custom_attributes, mapped_attributes
from wizard.plan.model import Plan


def user_schema(plan: Plan) -> dict[str, Any]:
    """Return the body for POST ``/api/v1/meta/schemas/user/default``: a partial change that adds the attributes.

    People may read theirs and not edit them: who can edit an attribute chooses the own access.
    """
    return _schema(custom_attributes(plan), {})


def app_user_schema(plan: Plan) -> dict[str, Any]:
    """Return the body for POST ``/api/v1/meta/schemas/apps/{appId}/default``: the same for the app's user profile.

    With the scope NONE a group's assignment may give the value too; SELF would keep it to single people.
    """
    return _schema(app_attributes(plan), {"scope": "NONE"})


def profile_mapping(plan: Plan) -> dict[str, Any]:
    """Return the body for POST ``/api/v1/mappings/{mappingId}``: a partial change that adds the mappings."""
    return {
        "properties": {name: {"expression": f"user.{name}", "pushStatus": "PUSH"} for name in mapped_attributes(plan)}
    }


def _schema(attributes: Iterable[ProfileAttribute], more: dict[str, str]) -> dict[str, Any]:
    properties = {attribute.name: _property(attribute) | more for attribute in attributes}
    custom = {"id": "#custom", "type": "object", "properties": properties, "required": []}
    return {"definitions": {"custom": custom}}


def _property(attribute: ProfileAttribute) -> dict[str, Any]:
    form: dict[str, Any] = (
        {"type": "array", "items": {"type": "string"}}
        if attribute.array
        else {"type": "string", "maxLength": attribute.max_length}
    )
    return {
        "title": attribute.title,
        "description": _description(attribute),
        **form,
        "required": False,
        "permissions": [{"principal": "SELF", "action": "READ_ONLY"}],
    }


def _description(attribute: ProfileAttribute) -> str:
    keys = ", ".join(attribute.tags)
    return f"Read by the AWS session tag{'s' if len(attribute.tags) > 1 else ''} {keys}"
