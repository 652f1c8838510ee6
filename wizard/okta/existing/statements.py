"""From attribute statements back to session tags: the opposite of :mod:`wizard.okta.statements`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wizard.language import N_
from wizard.okta.attribute_names import PREFIX, PRINCIPAL_TAG, TRANSITIVE_TAG_KEYS
from wizard.okta.expression import ExpressionError, parsed
from wizard.okta.expression.node import ArrayLiteral, Literal
from wizard.okta.statements import joined_expression
from wizard.plan.existing import Existing, ExistingTag, Remark, told, untold
from wizard.plan.model import SEPARATORS, Claims
from wizard.quoting.wording import listed, quoted

_IDENTITY_CENTER = f"{PREFIX}AccessControl:"


class Row(NamedTuple):
    """One row under "Attributes (Optional)", or one federated claim: the attribute's full name, the expression."""

    name: str
    value: str


def existing_statements(rows: Iterable[Row], claims: Claims) -> Existing:
    """Return the tags that the rows send, in their order; rows that send none are named in the remarks.

    Without a row for the transitive keys no tag is transitive: the rows are taken for all that there are.
    """
    given = tuple(rows)
    transitive, remarks = _transitive_keys(given, claims)
    tags = tuple(_tag(row, transitive) for row in given if row.name.startswith(PRINCIPAL_TAG))
    known = {tag.key for tag in tags}
    stray = [key for key in transitive or () if key not in known]
    if tags:
        remarks.append(told(N_("Session tags: {keys}."), keys=listed(tag.key for tag in tags)))
    else:
        remarks.append(untold(N_("No row sends a session tag.")))
    if stray:
        remarks.append(untold(N_("TransitiveTagKeys lists {keys}, which no row sends: left out."), keys=listed(stray)))
    return Existing(claims=claims, tags=tags, remarks=(*remarks, *_others(given)))


def _tag(row: Row, transitive: tuple[str, ...] | None) -> ExistingTag:
    key = row.name.removeprefix(PRINCIPAL_TAG)
    value, separator = _parted(row.value)
    return ExistingTag(key, value, None if transitive is None else key in transitive, separator=separator)


def _parted(expression: str) -> tuple[str, str | None]:
    """Return a list's own expression and its separator, where the text joins one as the program writes it."""
    for separator in SEPARATORS:
        begin, end = joined_expression("\n", separator).split("\n")
        if expression.startswith(begin) and expression.endswith(end) and len(expression) > len(begin) + len(end):
            return expression[len(begin) : -len(end)], separator
    return expression, None


def _transitive_keys(rows: tuple[Row, ...], claims: Claims) -> tuple[tuple[str, ...] | None, list[Remark]]:
    """Return the keys that the rows list, None where they list them in a way that cannot be read."""
    keys: list[str] = []
    for row in rows:
        if row.name == TRANSITIVE_TAG_KEYS:
            found = _texts(row.value, claims)
            if found is None:
                return None, [
                    untold(
                        N_("Which tags are transitive: TransitiveTagKeys holds {value}, no list of texts."),
                        value=quoted(row.value),
                    )
                ]
            keys.extend(found)
    return tuple(keys), []


def _texts(expression: str, claims: Claims) -> tuple[str, ...] | None:
    try:
        root = parsed(expression, claims).root
    except ExpressionError:
        return None
    items = root.items if isinstance(root, ArrayLiteral) else (root,)
    texts = [item.value for item in items if isinstance(item, Literal) and isinstance(item.value, str)]
    return tuple(texts) if len(texts) == len(items) else None


def _others(rows: tuple[Row, ...]) -> Iterator[Remark]:
    for row in rows:
        if row.name.startswith(_IDENTITY_CENTER):
            yield untold(
                N_("{name} is for IAM Identity Center; roles that people sign in to through IAM do not read it."),
                name=quoted(row.name),
            )
        elif not row.name.startswith(PRINCIPAL_TAG) and row.name != TRANSITIVE_TAG_KEYS:
            yield untold(N_("The row {name} sends no session tag; a plan does not hold it."), name=quoted(row.name))
