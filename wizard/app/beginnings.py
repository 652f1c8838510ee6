"""What a person can start from when no plan is open: an example, a template, a file, what exists, or nothing."""

from enum import StrEnum
from typing import Final, NamedTuple

from wizard.language import N_
from wizard.plan.templates import DEFAULT_TEMPLATE, template_names


class Source(StrEnum):
    """Where the plan comes from."""

    TEMPLATE = "template"
    FILE = "file"
    EXISTING = "existing"
    NOTHING = "nothing"


class Beginning(NamedTuple):
    """One thing to start from. Texts are English, translated where they are shown.

    Attributes:
        title: what it is. gives: what a person gets, in one line. deed: the words of the button.
        template: name of the shipped plan; empty for the others.
    """

    source: Source
    title: str
    gives: str
    deed: str
    template: str = ""


class _Told(NamedTuple):
    title: str
    gives: str


_TEMPLATES: Final = {
    DEFAULT_TEMPLATE: _Told(
        N_("Team and project: the example of Okta's blog post"),
        N_("Two transitive tags; people reach what carries their own team and project."),
    ),
    "cost-center": _Told(
        N_("Cost centre"),
        N_("One tag from Okta's own attribute; people reach what their cost centre pays for."),
    ),
    "department-country": _Told(
        N_("Department and country"),
        N_("Two tags from Okta's own attributes; secrets only in one's own country."),
    ),
    "project-list": _Told(
        N_("List of projects"),
        N_("One tag that holds several projects; people reach the resources of each."),
    ),
    "session-manager-run-as": _Told(
        N_("Session Manager as one's own user"),
        N_("A shell on an instance runs as the person's own Linux user."),
    ),
    "redshift-groups": _Told(
        N_("Redshift user and groups"),
        N_("Query editor v2 signs people in to the database with a user and groups from Okta."),
    ),
}
_OTHERS: Final = (
    Beginning(
        Source.FILE,
        N_("A plan that was saved"),
        N_("Opens a plan file of this program."),
        N_("&Open…"),
    ),
    Beginning(
        Source.EXISTING,
        N_("What exists in Okta or AWS"),
        N_("Reads an app's JSON, trust and permission policies, roles, or a captured sign-in."),
        N_("&Import…"),
    ),
    Beginning(
        Source.NOTHING,
        N_("An empty plan"),
        N_("Each step asks for what it needs and says where to find it."),
        N_("&Start empty"),
    ),
)


def beginnings() -> tuple[Beginning, ...]:
    """Return everything to start from, the example first; a template of an unknown name is called by it."""
    made = (
        Beginning(Source.TEMPLATE, *_TEMPLATES.get(name, _Told(name, "")), N_("&Use this template"), name)
        for name in template_names()
    )
    ordered = sorted(made, key=lambda one: [*_TEMPLATES, one.template].index(one.template))
    return (*ordered, *_OTHERS)
