"""Questions to the AWS CLI about the roles behind a SAML provider, as words of a command line."""

import json

Command = tuple[str, ...]


def _literal(text: str) -> str:
    """Return a JMESPath literal of a text; a backquote in it is escaped, as the grammar of literals asks."""
    return "`" + json.dumps(text).replace("`", "\\`") + "`"


def roles_without_tag_session(provider_arn: str) -> Command:
    """Return the command that lists the roles which trust the provider and do not name sts:TagSession.

    The list may hold too many, never too few: a role that allows ``sts:*`` stands in it too. What is
    searched for is the ARN as JSON writes it, with its closing quote, so that Okta does not find the roles of Okta2.
    """
    trust = "to_string(AssumeRolePolicyDocument)"
    trusts = f"contains({trust}, {_literal(json.dumps(provider_arn)[1:])})"
    lacks = f"!contains({trust}, {_literal('sts:TagSession')})"
    return ("aws", "iam", "list-roles", "--query", f"Roles[?{trusts} && {lacks}].Arn", "--output", "text")
