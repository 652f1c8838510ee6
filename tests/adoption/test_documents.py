"""Documents are told apart by what they hold, and each tells what it can."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.adoption.bundle import documents
from tests.evidence import identity_provider, okta, shapes, trail
from tests.evidence.keys import key_pem
from tests.named import plan
from wizard.adoption import Adoption, Document, NotReadable, adopted
from wizard.plan.existing import Certainty
from wizard.plan.model import Claims, FeatureState, Plan
from wizard.plan.writer import plan_text

PREFIX = "https://aws.amazon.com/SAML/Attributes/"
PROVIDER = "arn:aws:iam::111122223333:saml-provider/Okta"


def row(name: str, *values: str, **more: Any) -> dict[str, Any]:
    """Return an attribute statement of Okta's API."""
    return {"type": "EXPRESSION", "name": PREFIX + name, "namespace": "…:uri", "values": list(values), **more}


def app(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an app as GET /api/v1/apps/{id} gives it, with credentials in it."""
    settings = {
        "accessKey": "AKIAHUSH",
        "secretKey": "hush",
        "identityProviderArn": PROVIDER,
        "sessionDuration": 7200,
        "roleValuePattern": "arn:aws:iam::${accountid}:saml-provider/Pattern,arn:aws:iam::${accountid}:role/${role}",
    }
    return {
        "name": "amazon_aws",
        "label": "AWS of Acme",
        "signOnMode": "SAML_2_0",
        "settings": {"app": settings, "signOn": {"destinationOverride": None, "attributeStatements": list(rows)}},
        "_links": {"self": {"href": "https://acme-admin.okta.com/api/v1/apps/0oa1"}},
        **more,
    }


def trust(**condition: Any) -> dict[str, Any]:
    """Return a trust policy for sign-ins with tags."""
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": PROVIDER},
        "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}, **condition},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def policy(key: str = "team") -> dict[str, Any]:
    """Return a permission policy on what carries the person's tag."""
    own = {f"aws:ResourceTag/{key}": f"${{aws:PrincipalTag/{key}}}"}
    actions = ["ec2:StartInstances"]
    statement = {
        "Sid": "Own",
        "Effect": "Allow",
        "Action": actions,
        "Resource": "*",
        "Condition": {"StringEquals": own},
    }
    return {"Version": "2012-10-17", "Statement": statement}


def told(*values: Any) -> Adoption:
    """Return what comes of documents: JSON for values, texts and bytes as they are."""
    given = [value if isinstance(value, str | bytes) else json.dumps(value) for value in values]
    return adopted(Document(text.encode() if isinstance(text, str) else text) for text in given)


def said(found: Adoption, certainty: Certainty) -> str:
    """Return the remarks of one certainty as one text."""
    return "\n".join(remark.text() for remark in found.of(certainty))


def test_an_okta_app_tells_label_org_provider_and_tags() -> None:
    """The admin host becomes the org's, and the account is that of the provider."""
    found = told(app(row("PrincipalTag:team", "user.team"), row("TransitiveTagKeys", '{"team"}')))
    plan = found.plan
    assert (plan.okta.org, plan.okta.app_label) == ("acme.okta.com", "AWS of Acme")
    assert (plan.aws.saml_provider, plan.aws.accounts) == ("Okta", ("111122223333",))
    assert [(tag.key, tag.value, tag.transitive) for tag in plan.tags] == [("team", "user.team", True)]
    assert "Whether the two features are on in the org" in said(found, Certainty.UNTOLD)


def test_nothing_of_an_apps_credentials_is_taken() -> None:
    """Neither the plan nor a remark holds them."""
    found = told(app(row("PrincipalTag:team", "user.team")))
    everything = plan_text(found.plan) + "".join(remark.text() for remark in found.remarks)
    assert "hush" not in everything.casefold()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"signOnMode": "BROWSER_PLUGIN"}, 'signs people in with "BROWSER_PLUGIN"'),
        ({"name": "zoomus"}, 'the app "zoomus"'),
        ({"_links": {}}, "The Okta org"),
        ({"_links": {"self": {"href": "https://[x"}, "users": 1}}, "The Okta org"),
        ({"settings": {}}, "the JSON has no attributeStatements"),
        ({"settings": {"app": {}}}, "The SAML provider: the app's settings name none"),
    ],
)
def test_what_an_app_does_not_tell_is_named(changed: dict[str, Any], words: str) -> None:
    """An app that is none of SAML, another app, or one without the settings in question."""
    assert words in said(told(app(**changed)), Certainty.UNTOLD)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (row("PrincipalTag:team", "user.team", "user.x"), "has several values"),
        ({"type": "GROUP", "name": "groups", "filterType": "REGEX", "filterValue": ".*"}, "sends groups"),
        (row("AccessControl:team", "user.team"), "for IAM Identity Center"),
        (row("Email", "user.email"), "sends no session tag"),
        (row("TransitiveTagKeys", '{"stray"}'), 'lists "stray", which no row sends'),
        (row("TransitiveTagKeys", "user.keys"), "no list of texts"),
        (row("TransitiveTagKeys", '{"'), "no list of texts"),
        (row("Email"), "No row sends a session tag"),
        ({"name": 1, "values": "x"}, "No row sends a session tag"),
    ],
)
def test_rows_that_a_plan_cannot_hold_are_named(statement: dict[str, Any], words: str) -> None:
    """Whatever is left out is said."""
    assert words in said(told(app(statement)), Certainty.UNTOLD)


def test_the_provider_of_the_role_value_pattern_is_a_guess() -> None:
    """It stands there where the field for it is empty."""
    settings = app()["settings"]
    settings["app"]["identityProviderArn"] = None
    found = told(app(settings=settings))
    assert (found.plan.aws.saml_provider, found.plan.aws.accounts) == ("Pattern", ())
    assert "role value pattern" in said(found, Certainty.GUESSED)


def test_of_several_apps_the_one_for_aws_counts() -> None:
    """A list of all apps of an org will do; two for AWS will not."""
    assert told([app(name="zoomus"), app(label="Right")]).plan.okta.app_label == "Right"
    with pytest.raises(NotReadable, match=r'several apps: "AWS of Acme", "AWS of Acme"'):
        told([app(), app()])


def test_claims_are_federated() -> None:
    """A list of names and expressions, as Okta gives it or a bundle holds it."""
    found = told([{"id": "1", "name": f"{PREFIX}PrincipalTag:team", "expression": "user.profile.team"}]).plan
    assert found.okta.claims is Claims.FEDERATED
    assert found.tags[0].value == "user.profile.team"


@pytest.mark.parametrize("path", ["okta/attribute-statements.yaml", "okta/app-settings.json", "saml/okta-preview.xml"])
def test_each_piece_of_a_bundle_that_holds_rows_tells_the_tags(path: str) -> None:
    """The rows to type, the body for the API, and the preview with its expressions."""
    given = plan("team-project")
    found = adopted(documents(given, path)).plan
    assert [(tag.key, tag.value, tag.transitive) for tag in found.tags] == [
        (tag.key, tag.value, tag.transitive) for tag in given.tags
    ]


ROLE = {"RoleName": "okta-abac", "MaxSessionDuration": 43200, "AssumeRolePolicyDocument": trust()}


@pytest.mark.parametrize(
    "document",
    [
        {"Role": ROLE},
        {"Role": {**ROLE, "AssumeRolePolicyDocument": quote(json.dumps(trust()))}},
        ROLE,
        {"Roles": [ROLE, {"RoleName": "lambda", "AssumeRolePolicyDocument": {"Statement": []}}]},
    ],
    ids=["get-role", "url-encoded", "bare", "list-roles"],
)
def test_a_role_tells_its_name_and_how_long_it_may_last(document: dict[str, Any]) -> None:
    """As the CLI prints one or all, and as the API encodes it; roles that nobody signs in to are passed over."""
    found = told(document).plan.aws
    assert [(role.name, role.session_duration) for role in found.roles] == [("okta-abac", 43200)]


def test_oktas_duration_counts_where_it_is_less() -> None:
    """The role takes twelve hours, Okta asks for two."""
    found = told(app(), {"Role": ROLE})
    assert found.plan.aws.roles[0].session_duration == 7200
    assert "7200 seconds, as Okta asks for; the role itself takes 43200" in said(found, Certainty.GUESSED)


@pytest.mark.parametrize(
    "document",
    [
        {"RoleName": "okta-abac", "PolicyName": "own", "PolicyDocument": quote(json.dumps(policy()))},
        {"RoleDetailList": [{**ROLE, "RolePolicyList": [{"PolicyName": "own", "PolicyDocument": policy()}]}]},
    ],
    ids=["get-role-policy", "get-account-authorization-details"],
)
def test_a_policy_that_names_its_role_gives_it_the_grant(document: dict[str, Any]) -> None:
    """What the CLI prints around a policy says whose it is."""
    found = told({"Role": ROLE}, {"Role": {**ROLE, "RoleName": "other"}}, document).plan
    assert [(role.name, role.access) for role in found.aws.roles] == [("okta-abac", ("own",)), ("other", ())]
    assert found.access[0].actions == ("ec2:StartInstances",)


def test_a_policy_of_nobody_goes_to_the_only_role() -> None:
    """That is a guess; of two roles none gets it."""
    document = {"PolicyVersion": {"Document": policy()}}
    one = told({"Role": ROLE}, document)
    assert one.plan.aws.roles[0].access == ("own",)
    assert "it is the only one" in said(one, Certainty.GUESSED)
    two = told({"Role": ROLE}, {"Role": {**ROLE, "RoleName": "other"}}, document)
    assert [role.access for role in two.plan.aws.roles] == [(), ()]
    assert "Which role has the policy" in said(two, Certainty.UNTOLD)


def test_the_files_name_is_taken_for_the_roles() -> None:
    """A bundle calls trust policies after their roles; text from standard input has no name, and the role none."""
    text = json.dumps(trust()).encode()
    named = adopted([Document(text, "aws/trust/111122223333/okta-abac.json")])
    assert named.plan.aws.roles[0].name == "okta-abac"
    assert "like the file" in said(named, Certainty.GUESSED)
    nameless = adopted([Document(text)])
    assert nameless.plan.aws.roles[0].name == ""
    assert "The name of the role" in said(nameless, Certainty.UNTOLD)


def test_grants_of_one_name_and_other_content_are_kept_apart() -> None:
    """Two roles may each have a statement called Own."""
    given = [
        Document(json.dumps(policy(key)).encode(), f"{name}.json") for key, name in (("team", "a"), ("project", "b"))
    ]
    roles = [Document(json.dumps({"Role": {**ROLE, "RoleName": name}}).encode()) for name in ("a", "b")]
    found = adopted([*given, *roles]).plan
    assert [(grant.name, grant.match) for grant in found.access] == [("own", ("team",)), ("own-2", ("project",))]
    assert [role.access for role in found.aws.roles] == [("own",), ("own-2",)]


CAPTURED = okta.response()
EVIDENCE = {
    "base64": shapes.base64(CAPTURED),
    "form body": shapes.body(CAPTURED),
    "page": shapes.page(CAPTURED),
    "har": shapes.har(shapes.post(CAPTURED)),
    "xml": CAPTURED,
    "cloudtrail": json.dumps({"Records": [trail.event()]}),
    "cloudtrail, bare": json.dumps(trail.event()),
}


@pytest.mark.parametrize("form", EVIDENCE)
def test_a_captured_sign_in_tells_keys_roles_and_features(form: str) -> None:
    """Everything that verify reads; both features are proved by it."""
    plan = told(EVIDENCE[form]).plan
    assert [(tag.key, tag.value, tag.transitive) for tag in plan.tags] == [("team", "", True), ("project", "", True)]
    assert (plan.aws.saml_provider, plan.aws.accounts) == ("Okta", ("111122223333",))
    assert [(role.name, role.session_duration) for role in plan.aws.roles] == [("okta-abac", 3600)]
    assert plan.okta.features.OIN_SAML2_DYNAMIC_ATTRIBUTES is FeatureState.ENABLED
    assert plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.ENABLED


@pytest.mark.parametrize("form", EVIDENCE)
def test_nothing_of_the_person_is_kept(form: str) -> None:
    """Neither the values nor the login nor the credential stands in the plan or in what is said of it."""
    found = told(EVIDENCE[form])
    everything = repr(found) + plan_text(found.plan) + "".join(remark.text() for remark in found.remarks)
    for secret in ("ada", "platform", "apollo", trail.secret(), shapes.base64(CAPTURED)[:40]):
        assert secret not in everything.casefold()


@pytest.mark.parametrize("order", [1, -1])
def test_a_private_key_among_the_documents_opens_an_encrypted_sign_in(order: int) -> None:
    """Wherever it stands among them; nothing of it is said or kept."""
    given = [identity_provider.response(encrypt="aes128-gcm", sign="nothing"), key_pem("sp")][::order]
    found = told(*given)
    assert [tag.key for tag in found.plan.tags] == ["team", "project"]
    assert "PRIVATE" not in repr(found) + plan_text(found.plan)


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ([identity_provider.response(encrypt="aes128-gcm", sign="nothing")], "add its private key in PEM"),
        ([key_pem("sp")], "A private key alone tells nothing"),
        ([b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"], "it holds no private key in PEM"),
    ],
)
def test_what_cannot_be_opened_is_refused(documents: list[bytes], words: str) -> None:
    """And says what is missing."""
    with pytest.raises(NotReadable, match=words):
        told(*documents)


def test_keys_that_arrived_as_one_text_are_parted() -> None:
    """Then the second feature is off."""
    found = told(okta.response(okta.ada(TransitiveTagKeys=["team,project"])))
    assert found.plan.transitive_keys() == ("team", "project")
    assert found.plan.okta.features.SAML_SUPPORT_ARRAY_ATTRIBUTES is FeatureState.DISABLED
    assert "parted at its commas" in said(found, Certainty.GUESSED)


def test_a_transitive_key_that_no_tag_has_is_named() -> None:
    """It is misspelled, or its person has no value: it is not dropped in silence."""
    found = told(okta.response(okta.ada(TransitiveTagKeys=["team", "projct"])))
    assert found.plan.transitive_keys() == ("team",)
    assert 'TransitiveTagKeys lists "projct", for which' in said(found, Certainty.UNTOLD)
    assert "TransitiveTagKeys lists" not in said(told(okta.response()), Certainty.UNTOLD)


def test_a_sign_in_without_tags_tells_the_roles() -> None:
    """Whether the features are on it does not tell."""
    found = told(okta.response({"Role": okta.ADA["Role"], "Email": ["ada@example.com"]}))
    assert found.plan.tags == ()
    assert found.plan.okta.features == Plan().okta.features
    assert "the sign-in brings none" in said(found, Certainty.UNTOLD)
    assert f'A plan has no place for "{PREFIX}Email"' in said(found, Certainty.UNTOLD)


def test_pasted_attributes_prove_no_feature() -> None:
    """Anybody can have written them, the program itself for one."""
    found = told(okta.statement({"PrincipalTag:team": ["platform"]}))
    assert found.plan.okta.features == Plan().okta.features
    assert "Roles and accounts: nothing in it names them" in said(found, Certainty.UNTOLD)
    assert "Which tags are transitive: no document tells it" in said(found, Certainty.UNTOLD)


def test_a_preview_of_claims_is_federated() -> None:
    """Their expressions read user.profile."""
    found = told(okta.preview({"team": "user.profile.team"})).plan
    assert (found.okta.claims, found.tags[0].value) == (Claims.FEDERATED, "user.profile.team")


def test_documents_that_differ_are_named() -> None:
    """Okta counts before AWS, the first before the others."""
    conditions = {
        "StringLike": {"aws:RequestTag/Team": "?*"},
        "ForAllValues:StringEquals": {"sts:TransitiveTagKeys": []},
    }
    other = trust(StringEqualsIfExists={"aws:RequestTag/team": ["", "a"]})
    other["Statement"][0]["Principal"]["Federated"] = "arn:aws:iam::444455556666:saml-provider/Other"
    rows = app(row("PrincipalTag:team", "user.team"), row("TransitiveTagKeys", '{"team"}'))
    found = told(trust(**conditions), {"Role": {**ROLE, "AssumeRolePolicyDocument": other}}, rows)
    (tag,) = found.plan.tags
    assert (tag.key, tag.transitive, tag.required, tag.allowed) == ("team", True, True, ("a",))
    assert found.plan.aws.saml_provider == "Okta"
    untold, guesses = said(found, Certainty.UNTOLD), said(found, Certainty.GUESSED)
    assert "One key is spelled in several ways" in untold
    assert 'The documents tell several: "Okta", "Other"' in untold
    assert 'the documents differ about "team"' in untold
    assert 'Required: "team". Not every trust policy asks for them' in guesses
    assert 'In every account: "", "okta-abac"' in guesses


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "It is empty"),
        ("{", "line 1, column 2"),
        ('{\n "a": 1,\n}', "line 3"),
        ("[]", "neither an app of Okta"),
        ('{"errorCode": "E0000011"}', "neither an app of Okta"),
        ("version: 1\ntags: []\n", "It is a plan already: open it"),
        ("attribute_statements: {}\n", "attribute_statements holds no list"),
        ("attribute_statements: [\n", "line "),
        ("hello", "base64"),
        ('resource "aws_iam_role" "x" {}', "give an app's JSON, a policy or a sign-in"),
        ("<x/>", "neither a SAML 2.0 Response"),
        (json.dumps({"Statement": [{"Principal": "*", "Effect": "Maybe"}]}), r"\$\.Statement\[0\]\.Effect"),
        (json.dumps({"Statement": [{"Effect": "Allow"}]}), "neither Action nor NotAction"),
        (json.dumps({"Role": {"RoleName": "r", "AssumeRolePolicyDocument": "%7B"}}), "where an object is expected"),
    ],
)
def test_what_tells_nothing_is_refused_with_its_place(document: str, words: str) -> None:
    """Line and column of JSON and YAML, the path in a policy, the reason of evidence."""
    with pytest.raises(NotReadable, match=words):
        told(document)
