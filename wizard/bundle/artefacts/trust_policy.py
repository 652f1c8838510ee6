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
        for role in plan.aws.roles:
            text = trust_policy(plan, account, role).compact()
            yield BundleFile(f"aws/trust/{file_name(account)}/{file_name(role.name)}.json", f"{text}\n")


ARTEFACT = Artefact("aws/trust/ACCOUNT/ROLE.json", N_("Trust policy"), 60, _files)
