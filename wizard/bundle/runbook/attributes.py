"""Part 3 of the runbook: the profile attributes in Okta that the session tags are read from."""

from wizard.bundle.runbook.page import Blocks, Page, commands, numbered, points
from wizard.language import N_
from wizard.okta.profile import custom_attributes
from wizard.quoting.markdown_text import code, table


def attributes(page: Page) -> Blocks:
    """Return part 3: add the custom attributes, let nobody edit their own, and fill them."""
    custom = custom_attributes(page.plan)
    heading = f"## 3. {page.words(N_('Okta: the profile attributes'))}"
    if not custom:
        return [
            heading,
            page.words(
                N_(
                    "The plan reads attributes that every Okta profile has. Check that nobody can edit their own: "
                    "Directory › Profile Editor › User (default), the attribute, User permission: Read Only. Who can "
                    "edit it chooses their own access."
                )
            ),
        ]
    header = tuple(
        page.words(title)
        for title in (N_("Variable name"), N_("Data type"), N_("Longest value"), N_("User permission"))
    )
    rows = [
        (
            code(attribute.name),
            page.words(N_("string array") if attribute.array else N_("string")),
            "—" if attribute.array else str(attribute.max_length),
            page.words(N_("Read Only")),
        )
        for attribute in custom
    ]
    return [
        heading,
        page.words(N_("Attributes that the plan reads and that are not part of every Okta profile:")),
        table(header, rows),
        numbered(
            page.say(
                N_(
                    "Directory › Profile Editor › User (default) › Add Attribute, for each of them. {file} adds them "
                    "through Okta's API in one call, to {path}."
                ),
                file="okta/user-schema.json",
                path="POST /api/v1/meta/schemas/user/default",
            ),
            page.say(
                N_(
                    "The same attributes in the profile of the app {app}, and the mapping from the user to the app "
                    "({schema}, {mapping}). Okta's own description asks for it; the rows of part 4 read the user's "
                    "profile directly."
                ),
                app=page.plan.okta.app_label,
                schema="okta/app-user-schema.json",
                mapping="okta/profile-mapping.json",
            ),
            page.words(
                N_("Leave User permission at Read Only. Who can edit the attribute chooses their own access to AWS.")
            ),
            page.words(N_("Fill the attributes for everyone who signs in to AWS:")) + "\n" + _values(page),
            page.words(
                N_("Before part 4, see who would fail to sign in. The list of people is Okta's, as CSV or JSON:")
            )
            + "\n\n"
            + commands(("session-tag-wizard", "preflight", "plan.yaml", "people.csv")),
        ),
    ]


def _values(page: Page) -> str:
    lines = [
        page.say(
            N_("At most 256 characters: letters, digits, spaces and {signs}. One {example} stops a person's sign-in."),
            signs="_ . : / = + - @",
            example="R&D",
        ),
        page.say(
            N_(
                "Not empty. Whether Okta sends an empty attribute or leaves it out is not documented; a required tag "
                "is refused either way."
            )
        ),
    ]
    lines += [
        page.say(
            N_("{key}: no member contains {separator} or a comma, and the whole list has at most 256 characters."),
            key=tag.key,
            separator=tag.separator,
        )
        for tag in page.plan.tags
        if tag.separator is not None
    ]
    return points(*lines)
