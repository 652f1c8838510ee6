"""What a sign-in carries, and what is not known of it."""

from wizard.access.carried import carried_by
from wizard.frozen import replace
from wizard.plan.model import Okta, Person, Plan, Tag


def test_a_reason_ends_without_a_full_stop() -> None:
    """Reasons are joined by semicolons, so none of them ends like a sentence."""
    plan = replace(Plan(okta=Okta()), tags=(Tag(key="team", value='String.append(user.team, "a"'),))
    (fault,) = carried_by(plan, Person("ada@example.com")).faults
    assert fault.startswith("the value of the tag team is not known here: ")
    assert fault.endswith("is missing")
