"""Why an action that a grant asks for stands in no policy of the role, in words for a refusal."""

from wizard.aws.grant.outcome import WORDS
from wizard.aws.permissions import left_out
from wizard.language import _
from wizard.plan.model import Plan, Role


def left_out_reasons(plan: Plan, role: Role) -> dict[str, str]:
    """Return the reasons by the full name of the action; an action that another grant gives may stand here too."""
    asking = {f"access[{index}]" for index, grant in enumerate(plan.access) if grant in plan.grants(role)}
    return {
        found.subject: _told(_(WORDS[found.reason]), found.detail)
        for found in left_out(plan)
        if found.reason in WORDS and found.path.partition(".")[0] in asking
    }


def _told(reason: str, detail: str) -> str:
    template = _("left out of the policies: {reason}: {detail}") if detail else _("left out of the policies: {reason}")
    return template.format(reason=reason, detail=detail)
