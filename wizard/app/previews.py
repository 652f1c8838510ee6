"""The previews: what the plan will be in Okta and in AWS, as texts that follow every edit.

Only what is asked for is rendered: one preview, one file of it, for one person.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from wizard.app.syntax import Syntax
from wizard.aws.permissions import PermissionPolicy, permission_policies
from wizard.aws.trust import trust_policy
from wizard.bundle.artefacts import attribute_statements, federated_claims
from wizard.language import N_, _
from wizard.plan.model import Claims, Person, Plan, Role
from wizard.saml.assertion import assertion
from wizard.saml.preview import preview


@dataclass(frozen=True, slots=True)
class Part:
    """One of the files of a preview: an id that stays the same while others come and go, and its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview shows.

    Attributes:
        text: to read, ending in a newline; empty where the plan has nothing to show yet.
        syntax: what the text is written in.
        places: line, counted from 1, and the place of the plan that made it.
        file_text: what Copy copies, where the file is written otherwise than it reads best; None for the text.
        note: a remark beside the text; says what is missing where the text is empty.
    """

    text: str
    syntax: Syntax = Syntax.TEXT
    places: tuple[tuple[int, str], ...] = ()
    file_text: str | None = None
    note: str = ""

    @property
    def copied(self) -> str:
        """Return what Copy copies."""
        return self.text if self.file_text is None else self.file_text

    def path(self, line: int) -> str | None:
        """Return the place of the plan that made a line, counted from 1; None where none did."""
        return next((path for number, path in self.places if number == line), None)


@dataclass(frozen=True, slots=True)
class Preview:
    """One preview.

    Attributes:
        id: stable. title: what it is, in English.
        parts: the files that there are to choose from; none for a preview of one file.
        shown: the text of one part, for one person.
        personal: whether the chosen person changes it.
    """

    id: str
    title: str
    parts: Callable[[Plan], tuple[Part, ...]]
    shown: Callable[[Plan, Person | None, str], Shown]
    personal: bool = False


def _one(_plan: Plan) -> tuple[Part, ...]:
    return ()


def _okta_preview(plan: Plan, _person: Person | None, _part: str) -> Shown:
    if not plan.tags:
        return Shown("", note=_("There is no session tag yet. Add one, and Okta's preview of it stands here."))
    rendered = preview(plan)
    return Shown(rendered.text, Syntax.XML, rendered.places)


def _assertion(plan: Plan, person: Person | None, _part: str) -> Shown:
    if not plan.tags:
        return Shown("", note=_("There is no session tag yet. Add one, and what AWS receives stands here."))
    rendered = assertion(plan, person)
    return Shown(rendered.text, Syntax.XML, rendered.places)


def _rows(plan: Plan, _person: Person | None, _part: str) -> Shown:
    if not plan.tags:
        return Shown("", note=_("There is no session tag yet. Add one, and the rows to type into Okta stand here."))
    federated = plan.okta.claims is Claims.FEDERATED
    artefact = (federated_claims if federated else attribute_statements).ARTEFACT
    text = "".join(file.text for file in artefact.files(plan, "en"))
    return Shown(text, Syntax.JSON if federated else Syntax.YAML)


def _signed_in(plan: Plan) -> Iterator[tuple[Part, str, Role]]:
    """Give each account and role with the part that they make; two of one name are two parts."""
    taken: Counter[str] = Counter()
    for account in dict.fromkeys(plan.aws.accounts):
        for role in plan.aws.roles:
            label = _("{role} in {account}").format(role=role.name, account=account)
            taken[label] += 1
            yield Part(_numbered(f"{account} {role.name}", taken[label]), label), account, role


def _trusts(plan: Plan) -> tuple[Part, ...]:
    return tuple(part for part, _account, _role in _signed_in(plan))


def _trust(plan: Plan, _person: Person | None, part: str) -> Shown:
    for known, account, role in _signed_in(plan):
        if known.id == part:
            document = trust_policy(plan, account, role)
            return Shown(document.pretty(), Syntax.JSON, file_text=f"{document.compact()}\n")
    return Shown("", note=_("A trust policy needs an account and a role. Add both, and it stands here."))


def _policies(plan: Plan) -> Iterator[tuple[Part, PermissionPolicy]]:
    """Give each permission policy with its part; a role whose grants do not fit into one has several."""
    taken: Counter[str] = Counter()
    for role in plan.aws.roles:
        for policy in permission_policies(plan, role):
            taken[policy.name] += 1
            yield Part(_numbered(policy.name, taken[policy.name]), policy.name), policy


def _permissions(plan: Plan) -> tuple[Part, ...]:
    return tuple(part for part, _policy in _policies(plan))


def _permission(plan: Plan, _person: Person | None, part: str) -> Shown:
    for known, policy in _policies(plan):
        if known.id == part:
            return Shown(policy.document.pretty(), Syntax.JSON)
    return Shown("", note=_("A permission policy needs a role with a grant that can be written. None is there yet."))


def _numbered(text: str, number: int) -> str:
    return text if number == 1 else f"{text} ~{number}"


PREVIEWS: Final = (
    Preview("okta-preview", N_("SAML as Okta shows it"), _one, _okta_preview),
    Preview("assertion", N_("SAML as AWS receives it"), _one, _assertion, personal=True),
    Preview("rows", N_("Okta rows"), _one, _rows),
    Preview("trust", N_("Trust policy"), _trusts, _trust),
    Preview("permissions", N_("Permission policy"), _permissions, _permission),
)
"""Every preview, in the order of the choice."""


def preview_of(preview_id: str) -> Preview:
    """Return the preview of that id; LookupError where there is none."""
    for known in PREVIEWS:
        if known.id == preview_id:
            return known
    raise LookupError(preview_id)


def part_of(parts: tuple[Part, ...], asked: str) -> str:
    """Return the part that is asked for, the first where it is gone, an empty text where there is none."""
    if any(part.id == asked for part in parts):
        return asked
    return parts[0].id if parts else ""
