"""The previews: what the plan will be in Okta and in AWS, as texts that follow every edit.

Only what is asked for is rendered: one preview, one file of it, for one person.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Final

from wizard.app.syntax import Syntax, syntax_of
from wizard.aws.permissions import permission_policies
from wizard.aws.policy import Document
from wizard.aws.trust import trust_policy
from wizard.bundle import manifest
from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.artefacts import attribute_statements, federated_claims
from wizard.bundle.registry import artefacts, bundle_files
from wizard.frozen import Frozen
from wizard.language import N_, SOURCE_LANGUAGE, _, spoken
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Person, Plan, Role
from wizard.quoting.rendered import Rendered
from wizard.saml.assertion import assertion
from wizard.saml.preview import preview


class Part(Frozen):
    """One of the files of a preview: an id that stays the same while others come and go, and its label."""

    id: str
    label: str


class Shown(Frozen):
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


class Opened(Frozen):
    """A preview that is looked at: the files to choose from, none for a preview of one file, and the chosen one."""

    parts: tuple[Part, ...]
    part: str
    shown: Shown


Files = Iterable[tuple[Part, Callable[[], Shown]]]


class Preview(Frozen):
    """One preview.

    Attributes:
        id: stable. title: what it is, in English.
        files: the files that there are, for a plan and a person; each is rendered when it is called.
        missing: what a plan lacks that has no file, in English.
        artefacts: names of the bundle's artefacts whose files it shows.
        personal: whether the chosen person changes it.
        made_of_fields: whether a line of it can be traced to a field; that of a checksum cannot.
    """

    id: str
    title: str
    files: Callable[[Plan, Person | None], Files]
    missing: str
    artefacts: tuple[str, ...]
    personal: bool = False
    made_of_fields: bool = True

    def opened(self, plan: Plan, person: Person | None, asked: str) -> Opened:
        """Return the file that is asked for, the first where it is gone; all others stay unrendered."""
        files = {part.id: (part, render) for part, render in self.files(plan, person)}
        if not files:
            return Opened((), "", Shown("", note=_(self.missing)))
        chosen = asked if asked in files else next(iter(files))
        parts = tuple(part for part, _render in files.values())
        return Opened(parts if any(part.label for part in parts) else (), chosen, files[chosen][1]())

    def exactly(self, plan: Plan, person: Person | None, part: str) -> str:
        """Return one file's text, empty where the plan has no such file."""
        return next((render().text for known, render in self.files(plan, person) if known.id == part), "")

    def parts(self, plan: Plan) -> tuple[Part, ...]:
        """Return the files to choose from; none for a preview of one file."""
        return self.opened(plan, None, "").parts

    def shown(self, plan: Plan, person: Person | None, part: str) -> Shown:
        """Return one file's text."""
        return self.opened(plan, person, part).shown


_ONLY: Final = Part("", "")


def _okta_preview(plan: Plan, _person: Person | None) -> Files:
    if plan.tags:
        yield _ONLY, lambda: _xml(preview(plan))


def _assertion(plan: Plan, person: Person | None) -> Files:
    if plan.tags:
        yield _ONLY, lambda: _xml(assertion(plan, person, _))


def _xml(rendered: Rendered) -> Shown:
    return Shown(rendered.text, Syntax.XML, rendered.places)


def _rows(plan: Plan, _person: Person | None) -> Files:
    federated = plan.okta.claims is Claims.FEDERATED
    artefact = (federated_claims if federated else attribute_statements).ARTEFACT
    syntax = Syntax.JSON if federated else Syntax.YAML
    if plan.tags:
        yield _ONLY, lambda: Shown("".join(file.text for file in artefact.files(plan, SOURCE_LANGUAGE)), syntax)


def _trusts(plan: Plan, _person: Person | None) -> Files:
    taken: Counter[str] = Counter()
    for account in dict.fromkeys(plan.aws.accounts):
        for role in plan.aws.roles:
            label = _("{role} in {account}").format(role=role.name, account=account)
            taken[label] += 1
            yield Part(_numbered(f"{account} {role.name}", taken[label]), label), partial(_trust, plan, account, role)


def _trust(plan: Plan, account: str, role: Role) -> Shown:
    return _trust_text(trust_policy(plan, account, role))


@remembered(8)
def _trust_text(document: Document) -> Shown:
    return Shown(document.pretty(), Syntax.JSON, file_text=f"{document.compact()}\n")


def _permissions(plan: Plan, _person: Person | None) -> Files:
    taken: Counter[str] = Counter()
    for role in plan.aws.roles:
        for policy in permission_policies(plan, role):
            taken[policy.name] += 1
            part = Part(_numbered(policy.name, taken[policy.name]), policy.name)
            yield part, partial(_permission, policy.document)


@remembered(8)
def _permission(document: Document) -> Shown:
    return Shown(document.pretty(), Syntax.JSON)


def _numbered(text: str, number: int) -> str:
    """Return an id for one of several of the same text: two roles of one name are two files."""
    return text if number == 1 else f"{text} ~{number}"


_NO_TAG: Final = N_("There is no session tag yet. Add one, and what becomes of it stands here.")
_NO_ROLE: Final = N_("A trust policy needs an account and a role. Add both, and it stands here.")
_NO_FILE: Final = N_("The plan as it stands needs no such file.")
_NO_GRANT: Final = N_("A permission policy needs a role with a grant that can be written. There is none yet.")

PREVIEWS: Final = (
    Preview("okta-preview", N_("SAML as Okta shows it"), _okta_preview, _NO_TAG, ("saml/okta-preview.xml",)),
    Preview("assertion", N_("SAML as AWS receives it"), _assertion, _NO_TAG, ("saml/assertion.xml",), personal=True),
    Preview("rows", N_("Okta rows"), _rows, _NO_TAG, ("okta/attribute-statements.yaml", "okta/federated-claims.json")),
    Preview("trust", N_("Trust policy"), _trusts, _NO_ROLE, ("aws/trust/ACCOUNT/ROLE.json",)),
    Preview("permissions", N_("Permission policy"), _permissions, _NO_GRANT, ("aws/permissions/ROLE.json",)),
)
"""The previews that are more than a file of the bundle: for a person, written to be read, chosen by role."""


@cache
def all_previews() -> tuple[Preview, ...]:
    """Return every preview, in the order of the choice: those of their own, then whatever else the bundle holds."""
    shown = {name for preview in PREVIEWS for name in preview.artefacts}
    others = (_preview_of(artefact) for artefact in artefacts() if artefact.name not in shown)
    last = Preview(manifest.PATH, N_("Manifest"), _manifest, _NO_FILE, (manifest.PATH,), made_of_fields=False)
    return (*PREVIEWS, *others, last)


def preview_of(preview_id: str) -> Preview:
    """Return the preview of that id; LookupError where there is none."""
    for known in all_previews():
        if known.id == preview_id:
            return known
    raise LookupError(preview_id)


def _preview_of(artefact: Artefact) -> Preview:
    return Preview(artefact.name, artefact.title, partial(_as_exported, artefact), _NO_FILE, (artefact.name,))


def _as_exported(artefact: Artefact, plan: Plan, _person: Person | None) -> Files:
    files = _files(artefact, plan, spoken())
    for file in files:
        yield Part(file.path, file.path if len(files) > 1 else ""), partial(_file, file)


@remembered(4)
def _files(artefact: Artefact, plan: Plan, language: str) -> tuple[BundleFile, ...]:
    return tuple(artefact.files(plan, language))


def _manifest(plan: Plan, _person: Person | None) -> Files:
    yield _ONLY, lambda: _file(bundle_files(plan, spoken())[-1])


def _file(file: BundleFile) -> Shown:
    return Shown(file.text, syntax_of(file.path))
