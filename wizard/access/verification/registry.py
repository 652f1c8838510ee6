"""All the rules about evidence."""

from functools import cache

import wizard.access.verification.rules
from wizard.access.verification.rule import EvidenceRule
from wizard.discovery import discovered


@cache
def evidence_rules() -> tuple[EvidenceRule, ...]:
    """Return every rule, in the order of their ids; NothingFound where the installation holds none."""
    return tuple(sorted(discovered(wizard.access.verification.rules, "RULE", EvidenceRule), key=lambda rule: rule.id))
