"""The guide that the help shows: what each step and view is for, beside a picture of it.

The pictures are taken by ``tools/screenshots.py --docs``, in each language that the program speaks.
"""

from typing import Final, NamedTuple

from wizard.app.steps.registry import all_steps
from wizard.app.steps.step import Step
from wizard.app.views.registry import all_views
from wizard.app.views.view import View
from wizard.language import N_, SOURCE_LANGUAGE, _, spoken
from wizard.resource import is_resource, resource

FOLDER: Final = "guide"
_MORE: Final = {
    "okta": N_(
        "Name the plan and the app as Okta calls it. The two features have to be switched on by Okta's support: the "
        "step says why each is needed, offers the request to send, and tells how one sign-in shows whether it is on."
    ),
    "tags": N_(
        "Each row is one session tag: its key, the Okta expression that gives the value, whether it goes along into "
        "other roles, and whether a sign-in without it is refused. What is wrong with a row stands under it, with its "
        "cure as a button. Lists, allowed values and notes are below the table."
    ),
    "profile": N_(
        "The attributes that the tags read and that not every Okta profile has are listed with their type and length, "
        "ready to be copied for Okta's API. Sample people give the previews values to show; they need not exist."
    ),
    "aws": N_(
        "Name the SAML provider, the accounts and the roles. The bundle holds one trust policy for each role and "
        "account. Every other role behind the same provider has to allow sts:TagSession before Okta sends a tag."
    ),
    "access": N_(
        "A grant says what people may do with resources that carry their own tags: services with access levels, or "
        "actions by name. What no tag can limit is left out and listed with the reason."
    ),
    "review": N_(
        "Choose a folder or a zip file and export. The bundle's README.md is the runbook: what to do in Okta and AWS, "
        "in the order that locks nobody out. An export that errors stop says which, and leads to them."
    ),
    "matrix": N_(
        "Everybody is held against every resource, by the policies that the plan exports. Choose a row to read each "
        "action, and why it is refused; search by person, resource or action; export the rows as CSV."
    ),
    "people": N_(
        "Open the list of people as Okta exports it, and see who could not sign in before anybody is locked out: "
        "missing values, characters that AWS refuses, values that only look alike."
    ),
    "verify": N_(
        "Paste a captured sign-in, Okta's preview or a CloudTrail event: it is compared with the plan, attribute by "
        "attribute. An error of AWS or Okta is explained with its likely causes. Nothing of it is saved."
    ),
    "compare": N_(
        "What changed since the last save, the last export, or against another plan or bundle; and, with a list of "
        "people and one of resources, who gains and who loses what."
    ),
    "diagram": N_(
        "One person's values on their way from the Okta profile to the resources. Where a value stops, the reason "
        "stands there. The picture can be saved as SVG or PNG."
    ),
}


class Section(NamedTuple):
    """One step or view, in the language that is spoken.

    Attributes:
        id: the step's or view's. title: its name. texts: what is asked there, where the answer is found, and more.
        picture: the path of the picture.
    """

    id: str
    title: str
    texts: tuple[str, ...]
    picture: str


def guide_sections() -> tuple[Section, ...]:
    """Return a section for each step, then one for each view."""
    return (*map(_section, all_steps()), *map(_section, all_views()))


def _section(place: Step | View) -> Section:
    texts = (_(place.question), _(place.hint), _(_MORE[place.id]))
    return Section(place.id, _(place.title), texts, picture(place.id))


def picture(section: str) -> str:
    """Return the path of a section's picture: in the language that is spoken, in English where there is none."""
    own = (FOLDER, spoken(), f"{section}.png")
    return resource(*own) if is_resource(*own) else resource(FOLDER, SOURCE_LANGUAGE, f"{section}.png")
