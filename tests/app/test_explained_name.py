"""What the names in the files mean."""

import pytest

from tests import named
from wizard.app.explained_name import explained_name
from wizard.app.previews import preview_of

PLAN = named.plan("team-project")


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        (
            '  <saml2:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team" NameFormat="urn:x">',
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
            ["session tag “team”", "aws:PrincipalTag/team", "user.team", "requires it", "transitive"],
        ),
        (
            "  - name: https://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team",
            ["“team”"],
        ),
        (
            'Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:a&amp;b"',
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:a&b",
            ["“a&b”"],
        ),
        (
            'Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys"',
            "https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys",
            ["one AttributeValue for each key"],
        ),
        ('"aws:RequestTag/cost-center": "?*"', "aws:RequestTag/cost-center", ["“cost-center”", "sign-in"]),
        ('"ForAllValues:StringEquals": {', "ForAllValues:StringEquals", ["Every value", "one of these"]),
        ('"StringEqualsIfExists": {', "StringEqualsIfExists", ["one of these", "only where"]),
        ('"Action": "sts:TagSession",', "sts:TagSession", ["refused where the trust policy lacks it"]),
        ('"SAML:aud": "https://signin.aws.amazon.com/saml"', "SAML:aud", ["Recipient"]),
    ],
)
def test_a_name_is_explained_with_the_tag_in_it(line: str, name: str, words: list[str]) -> None:
    """What AWS does with it is said, and where the plan gets it from."""
    found = explained_name(PLAN, line)
    assert found is not None
    assert found.name == name
    for word in words:
        assert word in found.text


def test_of_two_names_in_a_line_the_one_under_the_pointer_is_meant() -> None:
    """A condition names the resource's tag and the session's: each is explained where it stands."""
    line = '"aws:ResourceTag/team": "${aws:PrincipalTag/team}"'
    named_by = [explained_name(PLAN, line, line.index(part)) for part in ("ResourceTag", "PrincipalTag")]
    assert [found.name for found in named_by if found] == ["aws:ResourceTag/team", "aws:PrincipalTag/team"]


@pytest.mark.parametrize("line", ["", "{", '"Version": "2012-10-17",', "    </saml2:Attribute>", "nullable: true"])
def test_a_line_without_a_name_explains_nothing(line: str) -> None:
    """Where there is nothing to say, nothing is said."""
    assert explained_name(PLAN, line) is None


def test_every_condition_of_the_policies_is_explained() -> None:
    """No operator and no key that the program writes is left without a word."""
    for name in sorted(named.PLANS):
        plan = named.plan(name)
        for kind in ("trust", "permissions"):
            preview = preview_of(kind)
            for part in preview.parts(plan):
                lines = preview.shown(plan, None, part.id).text.split("\n")
                starts = [at for at, line in enumerate(lines) if line.strip() == '"Condition": {']
                assert all(explained_name(plan, lines[at + offset]) for at in starts for offset in (1, 2)), part
