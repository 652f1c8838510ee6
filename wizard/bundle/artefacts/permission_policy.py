"""The permission policies of each role; a role whose grants cannot be written has none."""

from collections.abc import Iterable

from wizard.aws.permissions import permission_policies
from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.file_name import file_name
from wizard.language import N_
from wizard.plan.model import Plan


def _files(plan: Plan, _language: str) -> Iterable[BundleFile]:
    for role in plan.aws.roles:
        for policy in permission_policies(plan, role):
            yield BundleFile(f"aws/permissions/{file_name(policy.name)}.json", policy.document.pretty())


ARTEFACT = Artefact(
    "aws/permissions/ROLE.json", N_("Permission policy"), N_("Permission policies of each role."), 70, _files
)
