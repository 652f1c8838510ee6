"""The attribute statements of a plan: the rows that are typed into Okta, or the federated claims."""

from functools import lru_cache
from typing import Final

from wizard.frozen import Frozen
from wizard.okta.attribute_names import TRANSITIVE_TAG_KEYS, NameFormat, principal_tag
from wizard.okta.literal import array, string
from wizard.plan.memory import remembered
from wizard.plan.model import Claims, Plan, Tag

LIST_JOIN_SOURCE: Final = "https://developer.okta.com/docs/reference/okta-expression-language/#array-functions"
"""Where ``Arrays.toCsvString`` is documented, for the classic language alone."""


class AttributeStatement(Frozen):
    """One row under "Attributes (Optional)", or one federated claim.

    Attributes:
        name: full name of the SAML attribute.
        name_format: its name format; a federated claim has no field for it.
        value: the expression, as it is typed into Okta.
        path: the part of the plan that made it: ``tags[0]``, or ``tags`` for the list of transitive keys.
    """

    name: str
    name_format: NameFormat
    value: str
    path: str

    @property
    def name_path(self) -> str:
        """The field that gives the name: the key of a tag, the tags for the list of transitive keys."""
        return self.path if self.path == "tags" else f"{self.path}.key"

    @property
    def value_path(self) -> str:
        """The field that gives the value: the expression of a tag, the tags for the list of transitive keys."""
        return self.path if self.path == "tags" else f"{self.path}.value"


def attribute_statements(plan: Plan) -> tuple[AttributeStatement, ...]:
    """Return one statement for each tag, in plan order, then the transitive keys where there are any.

    Form: https://www.okta.com/blog/2019/11/okta-and-aws-partner-to-simplify-access-via-session-tags/, and
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html, read 2026-11-24.
    """
    return _statements(plan.tags)


@remembered(8)
def _statements(tags: tuple[Tag, ...]) -> tuple[AttributeStatement, ...]:
    rows = tuple(_statement(tag, index) for index, tag in enumerate(tags))
    keys = tuple(tag.key for tag in tags if tag.transitive)
    return (*rows, _transitive(keys)) if keys else rows


@remembered(256)
def _statement(tag: Tag, index: int) -> AttributeStatement:
    return AttributeStatement(principal_tag(tag.key), NameFormat.URI, tag_expression(tag), f"tags[{index}]")


@lru_cache(maxsize=8)
def _transitive(keys: tuple[str, ...]) -> AttributeStatement:
    return AttributeStatement(TRANSITIVE_TAG_KEYS, NameFormat.URI, array(keys), "tags")


def tag_expression(tag: Tag) -> str:
    """Return the expression that gives the tag's value: the plan's own, joined where the value is a list."""
    return tag.value if tag.separator is None else joined_expression(tag.value, tag.separator)


def joined_expression(expression: str, separator: str) -> str:
    """Return an expression that gives the list as one text, with the separator at both ends: ``:a:b:``.

    An empty list gives ``::``; a member that holds a comma falls into two. Both follow from ``Arrays.toCsvString``,
    whose result has no quoting (source: LIST_JOIN_SOURCE). The Identity Engine's language documents nothing that
    joins an array: see :func:`list_join_documented`.
    """
    end = string(separator)
    joined = f"Arrays.toCsvString({expression})"
    return f'{end} + String.replace({joined}, ",", {end}) + {end}'


def list_join_documented(claims: Claims) -> bool:
    """Tell whether Okta documents a way to join an array in the language of these claims.

    The Identity Engine's language has contains, size, isEmpty, add, remove and flatten for arrays, and no join:
    https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/#array-functions, read
    2026-11-24. For federated claims the statements therefore hold the classic functions, which is undocumented.
    """
    return claims is Claims.STATEMENTS
