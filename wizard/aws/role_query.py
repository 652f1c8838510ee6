"""Questions to the AWS CLI about the roles behind a SAML provider, as words of a command line."""

import json

Command = tuple[str, ...]


def _literal(text: str) -> str:
    """Return a JMESPath literal of a text; a backquote in it is escaped, as the grammar of literals asks."""
    return "`" + json.dumps(text).replace("`", "\\`") + "`"


def roles_without_tag_session(provider_arn: str) -> Command:
    """Return the command that lists the roles which trust the provider and do not allow it sts:TagSession by that name.

    The list rather holds too many: a role that allows ``sts:*`` stands in it too, and one that allows the action to
    somebody else only. Conditions are not read. What is searched for is the ARN as JSON writes it, with its closing
    quote, so that Okta does not find the roles of Okta2.
    """
    provider = _literal(json.dumps(provider_arn)[1:])
    trusts = f"contains(to_string(AssumeRolePolicyDocument), {provider})"
    allows = (
        f"Effect == {_literal('Allow')} && contains(to_string(Principal), {provider}) && "
        f"contains(to_string(Action), {_literal('sts:TagSession')})"
    )
    lacks = f"!(to_array(AssumeRolePolicyDocument.Statement)[?{allows}])"
    return ("aws", "iam", "list-roles", "--query", f"Roles[?{trusts} && {lacks}].Arn", "--output", "text")
