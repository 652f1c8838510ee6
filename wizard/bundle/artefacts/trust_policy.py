"""The trust policy of each role in each account.

It is written compact: its quota is small, and AWS does not say whether white space counts in it.
"""

from collections.abc import Iterable

from wizard.aws.trust import trust_policy
from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.file_name import file_name
from wizard.language import N_
from wizard.plan.model import Plan


def _files(plan: Plan, _language: str) -> Iterable[BundleFile]:
    for account in dict.fromkeys(plan.aws.accounts):
        texts: dict[tuple[str, ...], str] = {}
        for role in plan.aws.roles:
            # Roles of one account differ in nothing but the roles that they trust, and most trust none.
            if role.trusted_roles not in texts:
                texts[role.trusted_roles] = f"{trust_policy(plan, account, role).compact()}\n"
            path = f"aws/trust/{file_name(account)}/{file_name(role.name)}.json"
            yield BundleFile(path, texts[role.trusted_roles])


ARTEFACT = Artefact(
    "aws/trust/ACCOUNT/ROLE.json", N_("Trust policy"), N_("Trust policy of each role, for each account."), 60, _files
)
