"""Why an action that a grant asks for stands in no policy of the role, in words for a refusal."""

from typing import Final

from wizard.aws.grant.outcome import Reason
from wizard.aws.permissions import left_out
from wizard.language import N_, _
from wizard.plan.model import Plan, Role

_WORDS: Final = {
    Reason.NOT_LIMITED: N_("no tag of a resource limits it"),
    Reason.NEEDS_UNTAGGED_TYPE: N_("it also needs a resource that supplies no tags"),
    Reason.NAMES_UNSEEN: N_("it names another resource, and AWS does not tell that one's tags"),
    Reason.CREATES_WITHOUT_TAGS: N_("it creates, and takes no tags"),
    Reason.CREATION_IS_OFF: N_("it creates, and the grant may not"),
    Reason.TAGS_NOT_SEEN: N_("it changes tags, and AWS does not tell which"),
    Reason.REPLACES_TAGS: N_("it replaces tags, the matched ones too"),
    Reason.TAGS_ARE_OPTIONAL: N_("it creates where tags count only once they are switched on"),
}


def left_out_reasons(plan: Plan, role: Role) -> dict[str, str]:
    """Return the reasons by the full name of the action; an action that another grant gives may stand here too."""
    asking = {f"access[{index}]" for index, grant in enumerate(plan.access) if grant in plan.grants(role)}
    return {
        found.subject: _("left out of the policies: {reason}").format(reason=_(_WORDS[found.reason]))
        + (f", {found.detail}" if found.detail else "")
        for found in left_out(plan)
        if found.reason in _WORDS and found.path.partition(".")[0] in asking
    }
