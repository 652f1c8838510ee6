"""The runbook's last part but the list of files: how those who sign in create what is their own."""

from itertools import groupby

from wizard.aws.creating_call import CREATING_CALLS
from wizard.aws.permissions import creating_actions
from wizard.bundle.runbook.page import Blocks, Page, commands
from wizard.language import N_
from wizard.plan.model import Plan, Tag
from wizard.quoting.markdown_text import code


def creation(page: Page) -> Blocks:
    """Return what to pass on to the people: creating calls must carry their tags; nothing where nobody may create."""
    actions = creating_actions(page.plan)
    if not actions:
        return []
    known = [CREATING_CALLS[action] for action in actions if action in CREATING_CALLS]
    tags = tuple((tag.key, _placeholder(tag)) for tag in _matched(page.plan))
    blocks = [
        f"## {page.words(N_('For the people: creating what is one’s own'))}",
        page.words(
            N_(
                "Whoever creates something must tag it as their own in the same call; AWS refuses it otherwise, and "
                "tagging it afterwards is no way round. Pass this on; each person puts their own values for the words "
                "in capitals and adds what else the call needs:"
            )
        ),
    ]
    if known:
        blocks.append(commands(*[call.words(tags) for call in known]))
    blocks.append(page.words(N_("Creating calls that the policies allow, by service:")))
    blocks.append(_listed(actions))
    return blocks


def _matched(plan: Plan) -> tuple[Tag, ...]:
    keys = {key.casefold() for grant in plan.access if grant.create for key in grant.match}
    return tuple(tag for tag in plan.tags if tag.key.casefold() in keys)


def _placeholder(tag: Tag) -> str:
    """Return what stands for a person's value: ``MY_TEAM``; of a list tag, a resource carries one member."""
    word = "".join(character if character.isalnum() else "_" for character in tag.key).upper()
    return f"ONE_OF_MY_{word}" if tag.separator else f"MY_{word}"


def _listed(actions: tuple[str, ...]) -> str:
    services = groupby(actions, key=lambda action: action.partition(":")[0])
    return "\n".join(
        f"- {code(service)}: {', '.join(action.partition(':')[2] for action in found)}" for service, found in services
    )
