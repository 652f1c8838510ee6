"""From a captured sign-in, or a preview of one, back to the plan: keys, roles and accounts, and nothing of a person."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.access.verification.features import is_flattened
from wizard.access.verification.kind import Kind, kind_of
from wizard.access.verification.role_pairs import RolePair, role_pairs
from wizard.language import N_
from wizard.okta.existing.statements import Row, existing_statements
from wizard.okta.feature import ARRAY_ATTRIBUTES, DYNAMIC_ATTRIBUTES
from wizard.plan.existing import Existing, ExistingRole, ExistingTag, Remark, guessed, told, untold
from wizard.plan.model import Claims, FeatureState, Partition, Plan
from wizard.quoting.wording import listed
from wizard.saml.evidence.evidence import Evidence, Part
from wizard.saml.names import (
    ROLE,
    ROLE_SESSION_NAME,
    SESSION_DURATION,
    TRANSITIVE_TAG_KEYS,
    tag_key,
)

_KNOWN: Final = (ROLE, ROLE_SESSION_NAME, SESSION_DURATION, TRANSITIVE_TAG_KEYS)
_MEMBER: Final = re.compile(r"[^\s{},\"'][^{},\"']*")


def existing_sign_in(evidence: Evidence) -> Existing:
    """Return what the evidence tells; of a preview the expressions, of a real sign-in no value that is a person's."""
    if kind_of(Plan(), evidence) is Kind.PREVIEW:
        return _preview(evidence)
    keys = tuple(dict.fromkeys(key for each in evidence.attributes if (key := tag_key(each.name)) is not None))
    transitive = _transitive(evidence)
    pairs = _pairs(evidence)
    return Existing(
        features=tuple(_features(evidence, bool(keys))),
        tags=tuple(ExistingTag(key, transitive=None if transitive is None else key in transitive) for key in keys),
        partition=Partition(pairs[0].partition) if pairs else None,
        saml_provider=pairs[0].provider if pairs else None,
        accounts=tuple(dict.fromkeys(pair.account for pair in pairs)),
        session_duration=_duration(evidence),
        roles=tuple(ExistingRole(name) for name in dict.fromkeys(pair.role for pair in pairs)),
        remarks=(*_remarks(evidence, keys, pairs), *_stray(transitive or (), keys)),
    )


def _preview(evidence: Evidence) -> Existing:
    rows = [Row(each.name, each.values[0].strip() if each.values else "") for each in evidence.attributes]
    federated = any("user.profile." in row.value for row in rows)
    return existing_statements(rows, Claims.FEDERATED if federated else Claims.STATEMENTS)


def _pairs(evidence: Evidence) -> tuple[RolePair, ...]:
    pairs, _unpaired = role_pairs(evidence.values(ROLE))
    return tuple(pair for pair in pairs if pair.partition in list(Partition))


def _transitive(evidence: Evidence) -> tuple[str, ...] | None:
    """Return the transitive keys, those of a list that arrived as one text too; None where nothing could be told."""
    values = evidence.values(TRANSITIVE_TAG_KEYS)
    if not values and not (evidence.whole or evidence.part is Part.EVENT):
        return None
    if is_flattened(values):
        return tuple(member.strip() for member in _MEMBER.findall(values[0]))
    return tuple(value.strip() for value in values)


def _duration(evidence: Evidence) -> int | None:
    values = evidence.values(SESSION_DURATION)
    return int(values[0]) if len(values) == 1 and re.fullmatch("[0-9]{1,6}", values[0].strip()) else None


def _features(evidence: Evidence, tagged: bool) -> Iterator[tuple[str, FeatureState]]:
    """Yield what a sign-in proves; a statement of attributes alone may have been written by anybody."""
    if not (evidence.whole or (evidence.event is not None and not evidence.event.error)) or not tagged:
        return
    yield DYNAMIC_ATTRIBUTES.key, FeatureState.ENABLED
    keys = evidence.values(TRANSITIVE_TAG_KEYS)
    if len(keys) > 1:
        yield ARRAY_ATTRIBUTES.key, FeatureState.ENABLED
    elif is_flattened(keys):
        yield ARRAY_ATTRIBUTES.key, FeatureState.DISABLED


def _stray(transitive: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Remark]:
    stray = [key for key in dict.fromkeys(transitive) if key not in keys]
    if stray:
        template = N_("TransitiveTagKeys lists {keys}, for which the sign-in brings no tag: left out.")
        yield untold(template, keys=listed(stray))


def _remarks(evidence: Evidence, keys: tuple[str, ...], pairs: tuple[RolePair, ...]) -> Iterator[Remark]:
    if keys:
        yield told(N_("The session tags of one sign-in: {keys}."), keys=listed(keys))
        yield untold(N_("Other session tags: who has no value for one sends none of it."))
    else:
        yield untold(N_("Session tags: the sign-in brings none."))
    if pairs:
        yield told(N_("The roles that one person may choose: {names}."), names=listed(pair.role for pair in pairs))
    else:
        yield untold(N_("Roles and accounts: nothing in it names them."))
    if is_flattened(evidence.values(TRANSITIVE_TAG_KEYS)):
        yield guessed(N_("The transitive keys: they arrived as one text, and were parted at its commas."))
    yield untold(N_("The values: they are a person's, and none of them was kept."))
    others = [each.name for each in evidence.attributes if tag_key(each.name) is None and each.name not in _KNOWN]
    if others:
        yield untold(N_("A plan has no place for {names}."), names=listed(dict.fromkeys(others)))
