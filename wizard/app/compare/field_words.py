"""The fields of a plan in words, as their pages call them, for where a change is told beside its place."""

from typing import Final

from wizard.language import N_, _
from wizard.quoting.wording import seen

_FIELDS: Final = {
    "name": N_("Plan name"),
    "notes": N_("Notes"),
    "target": N_("Session tags arrive in"),
    "okta.org": N_("Okta org"),
    "okta.app_label": N_("Label of the app"),
    "okta.claims": N_("How the app sends attributes"),
    "tags": N_("Order of the tags"),
    "tags.key": N_("Tag key"),
    "tags.value": N_("Okta value"),
    "tags.transitive": N_("Transitive"),
    "tags.required": N_("Required"),
    "tags.separator": N_("Separator of a list"),
    "tags.allowed": N_("Allowed values"),
    "tags.notes": N_("Notes"),
    "aws.partition": N_("Partition"),
    "aws.saml_provider": N_("SAML provider"),
    "aws.sign_in_regions": N_("Regional sign-in"),
    "aws.accounts": N_("Accounts"),
    "aws.roles": N_("Roles"),
    "aws.roles.name": N_("Name of the role"),
    "aws.roles.session_duration": N_("Length of a session"),
    "aws.roles.access": N_("What the role gives"),
    "aws.roles.trusted_roles": N_("Roles that may chain into it"),
    "access": N_("Order of the grants"),
    "access.name": N_("Name of the grant"),
    "access.services": N_("Services"),
    "access.levels": N_("Access levels of the services"),
    "access.actions": N_("Actions by name"),
    "access.match": N_("Matched tags"),
    "access.create": N_("May create"),
    "access.shared": N_("Other resources that a creating call touches"),
    "access.protect_tags": N_("Protect tags"),
    "access.notes": N_("Notes"),
    "people": N_("Order of the people"),
    "people.login": N_("Login"),
    "people.profile": N_("Profile attributes"),
}


def field_words(names: tuple[str, ...]) -> str:
    """Return the field that these names of a path lead to; what has no words of its own is called by its name."""
    return _(_FIELDS[path]) if (path := ".".join(names)) in _FIELDS else seen(names[-1]) if names else ""
