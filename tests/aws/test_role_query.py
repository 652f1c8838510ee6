"""The query that finds the roles which would lock people out, judged by the JMESPath that the AWS CLI uses."""

import jmespath
import pytest

from wizard.aws.role_query import roles_without_tag_session

PROVIDER = "arn:aws:iam::111122223333:saml-provider/Okta"


def role(name: str, provider: str, *actions: str) -> dict[str, object]:
    """Return a role as the AWS CLI lists it."""
    statement = {"Effect": "Allow", "Principal": {"Federated": provider}, "Action": list(actions)}
    return {"Arn": name, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}


def trusting(name: str, *statements: dict[str, object]) -> dict[str, object]:
    """Return a role with these statements, a lone one without its list, as IAM keeps it."""
    lone = statements[0] if len(statements) == 1 else list(statements)
    return {"Arn": name, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": lone}}


def statement(effect: str, principal: dict[str, object], action: object) -> dict[str, object]:
    """Return a statement of a trust policy."""
    return {"Effect": effect, "Principal": principal, "Action": action}


SIGN_IN = statement("Allow", {"Federated": [PROVIDER, PROVIDER + "2"]}, "sts:AssumeRoleWithSAML")
FOR_ANOTHER = statement("Allow", {"AWS": "arn:aws:iam::111122223333:root"}, ["sts:AssumeRole", "sts:TagSession"])
REFUSED = statement("Deny", {"Federated": PROVIDER}, "sts:TagSession")
OWN = statement("Allow", {"Federated": PROVIDER}, "sts:TagSession")


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (role("lacks", PROVIDER, "sts:AssumeRoleWithSAML"), ["lacks"]),
        (role("has", PROVIDER, "sts:AssumeRoleWithSAML", "sts:TagSession"), []),
        (role("other", PROVIDER + "2", "sts:AssumeRoleWithSAML"), []),
        (role("wide", PROVIDER, "sts:*"), ["wide"]),
        (trusting("lone", SIGN_IN), ["lone"]),
        (trusting("another's", SIGN_IN, FOR_ANOTHER), ["another's"]),
        (trusting("refused", SIGN_IN, REFUSED), ["refused"]),
        (trusting("apart", SIGN_IN, FOR_ANOTHER, OWN), []),
    ],
)
def test_roles_that_trust_the_provider_and_lack_tag_session_are_listed(
    listed: dict[str, object], found: list[str]
) -> None:
    """The query finds too many rather than too few, and none of another provider whose name begins alike."""
    command = roles_without_tag_session(PROVIDER)
    query = command[command.index("--query") + 1]
    assert jmespath.search(query, {"Roles": [listed]}) == found


@pytest.mark.parametrize("name", ["a`b", 'a"b', "a\\b", "é"])
def test_any_provider_name_stays_a_text_in_the_query(name: str) -> None:
    """A character that means something to JMESPath is escaped."""
    command = roles_without_tag_session(name)
    query = command[command.index("--query") + 1]
    assert jmespath.search(query, {"Roles": [role("r", name, "x")]}) == ["r"]
