"""From a role's trust policy back to the plan: the opposite of :mod:`wizard.aws.trust`, for policies of any origin."""

import re
from collections.abc import Iterator
from typing import Final

from wizard.aws.arn import is_role_arn
from wizard.aws.evaluator.condition import Condition
from wizard.aws.evaluator.document import Policy, Statement
from wizard.aws.evaluator.statement import compiled
from wizard.aws.existing.value import is_pattern, meant
from wizard.aws.partition import sign_in
from wizard.language import N_
from wizard.plan.existing import Existing, ExistingRole, ExistingTag, Remark, guessed, told, untold
from wizard.plan.model import SEPARATORS, Partition
from wizard.quoting.wording import listed, quoted

_PROVIDER: Final = re.compile(r"Federated:arn:(aws|aws-cn|aws-us-gov):iam::([0-9]{12}):saml-provider/(.+)")
_REQUEST: Final = "aws:requesttag/"
_AUDIENCE: Final = ("StringEquals", "StringLike", "ForAnyValue:StringEquals")
_ONLY: Final = "ForAllValues:StringEquals"


class _Tag:
    """What the conditions say of one tag, gathered.

    Attributes:
        empty: whether an empty value passes although the tag has to be there.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self.required = False
        self.empty = False
        self.separator: str | None = None
        self.allowed: tuple[str, ...] | None = None

    def take(self, condition: Condition) -> bool:
        """Take one condition on the tag's value; False where a plan cannot hold it."""
        name, values = condition.operator.name, condition.values
        joined = next((sign for sign in SEPARATORS if values == (f"{sign}?*{sign}",)), None)
        if name == "StringLike" and (joined or "*" in values or "?*" in values):
            self.required, self.separator, self.empty = True, joined, "*" in values
        elif name in ("StringEquals", "StringLike", "StringEqualsIfExists") and not any(map(is_pattern, values)):
            self.required = self.required or not condition.operator.if_exists
            self.allowed = tuple(filter(None, map(meant, values)))
        else:
            return False
        return True


def existing_trust(policy: Policy, name: str, session_duration: int | None = None) -> Existing:
    """Return what the trust policy of the role `name` tells: provider, account, regions, tags, who may chain into it.

    A sign-in may lack a tag whose value no condition is about. Expressions are Okta's matter; none is told.
    """
    reading = _Reading(policy)
    return Existing(
        tags=reading.existing_tags(),
        partition=reading.partition,
        saml_provider=reading.provider,
        sign_in_regions=reading.regions(),
        accounts=tuple(reading.accounts),
        roles=(ExistingRole(name, session_duration, trusted_roles=tuple(reading.callers)),),
        remarks=(*reading.remarks(), *reading.untold),
    )


class _Reading:
    """Goes through a policy's statements; sets are dictionaries, which keep the order."""

    def __init__(self, policy: Policy) -> None:
        self.partition: Partition | None = None
        self.provider: str | None = None
        self.accounts: dict[str, None] = {}
        self.callers: dict[str, None] = {}
        self.audiences: dict[str, None] = {}
        self.tags: dict[str, _Tag] = {}
        self.keys: dict[str, str] = {}
        self.transitive: set[str] | None = None
        self.tag_session = False
        self.untold: list[Remark] = []
        for statement in policy.statements:
            self._read(statement)

    def _read(self, statement: Statement) -> None:
        covers = compiled(statement, "").covers_action
        providers = [match for each in statement.principals or () if (match := _PROVIDER.fullmatch(each))]
        tags = covers("sts:TagSession", {})
        if not statement.allows:
            self._untold(N_("The refusal {sid}: a plan holds none."), sid=quoted(statement.sid))
        elif providers and (tags or covers("sts:AssumeRoleWithSAML", {})):
            self.tag_session = self.tag_session or tags
            self._read_providers(providers)
            for condition in statement.conditions:
                if not self._takes(condition):
                    self._untold(
                        N_("The condition {operator} on {key}: a plan has no place for it."),
                        operator=condition.operator.name,
                        key=quoted(condition.key),
                    )
        elif covers("sts:AssumeRole", {}):
            self._read_callers(statement)
        else:
            self._untold(N_("The statement {sid} is about no sign-in with SAML."), sid=quoted(statement.sid))

    def _untold(self, template: str, **values: object) -> None:
        remark = untold(template, **values)
        if remark not in self.untold:
            self.untold.append(remark)

    def _read_providers(self, providers: list[re.Match[str]]) -> None:
        for match in providers:
            self.accounts[match[2]] = None
            self.partition = self.partition or Partition(match[1])
            self.provider = self.provider or match[3]
            if match[3] != self.provider:
                self._untold(N_("A second SAML provider, {name}: a plan has one."), name=quoted(match[3]))

    def _read_callers(self, statement: Statement) -> None:
        arns = [principal.removeprefix("AWS:") for principal in statement.principals or ()]
        self.callers.update(dict.fromkeys(filter(is_role_arn, arns)))
        others = [arn for arn in arns if not is_role_arn(arn)]
        if others:
            self._untold(N_("{names} may assume the role too; a plan holds roles there only."), names=listed(others))

    def _takes(self, condition: Condition) -> bool:
        """Take a condition on a sign-in; False where a plan cannot hold it."""
        key, name = condition.key.lower(), condition.operator.name
        if key == "saml:aud" and name in _AUDIENCE:
            self.audiences.update(dict.fromkeys(condition.values))
        elif key.startswith(_REQUEST):
            tag_key = condition.key[len(_REQUEST) :]
            return self.tags.setdefault(tag_key.casefold(), _Tag(tag_key)).take(condition)
        elif (key, name) == ("aws:tagkeys", _ONLY):
            self.keys.update({tag_key.casefold(): tag_key for tag_key in map(meant, condition.values)})
        elif (key, name) == ("sts:transitivetagkeys", _ONLY):
            self.transitive = (self.transitive or set()) | set(map(meant, condition.values))
        elif (key, name, condition.values) == ("sts:transitivetagkeys", "Null", ("true",)):
            self.transitive = self.transitive or set()
        else:
            return False
        return True

    def existing_tags(self) -> tuple[ExistingTag, ...]:
        """Return the tags in the order of their keys, those that only a condition on a value names behind them."""
        names = {**{fold: tag.key for fold, tag in self.tags.items()}, **self.keys}
        order = (*self.keys, *(fold for fold in self.tags if fold not in self.keys))
        return tuple(self._tag(fold, names[fold]) for fold in order)

    def _tag(self, fold: str, key: str) -> ExistingTag:
        found = self.tags.get(fold, _Tag(key))
        transitive = None if self.transitive is None else key in self.transitive
        return ExistingTag(key, None, transitive, found.required, found.separator, found.allowed)

    def regions(self) -> tuple[str, ...] | None:
        """Return the regions whose endpoints are accepted beside the default one; None where no endpoint is named."""
        if not self.audiences:
            return None
        return tuple(region for endpoint in self.audiences if (region := self._region(endpoint)))

    def _region(self, endpoint: str) -> str | None:
        """Return the region of a sign-in endpoint, empty for the default one, None for no endpoint."""
        host = re.escape(sign_in(self.partition or Partition.AWS).host)
        match = re.fullmatch(rf"https://(?:([a-z0-9-]+)\.)?{host}/saml", endpoint)
        return None if match is None else match[1] or ""

    def remarks(self) -> Iterator[Remark]:
        """Yield what to say of what was read."""
        if self.provider is None:
            yield untold(N_("No SAML provider may sign in to the role."))
            return
        accounts = listed(self.accounts)
        yield told(N_("The SAML provider {name} of {accounts}."), name=quoted(self.provider), accounts=accounts)
        if not self.tag_session:
            yield told(N_("It does not allow sts:TagSession yet: a sign-in that carries a tag is refused."))
        elif not self.keys and not self.tags:
            yield untold(N_("Which session tags a sign-in brings: it takes any."))
        strange = [endpoint for endpoint in self.audiences if self._region(endpoint) is None]
        if strange:
            yield untold(N_("The sign-in endpoint {names}: left out."), names=listed(strange))
        empty = [tag.key for tag in self.tags.values() if tag.empty]
        if empty:
            yield guessed(N_("Required: {keys}. The plan's policy will refuse an empty value too."), keys=listed(empty))
