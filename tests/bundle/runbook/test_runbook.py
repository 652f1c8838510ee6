"""The runbook of the bundle, read as the person who follows it reads it."""

import re
import shlex
import subprocess

import pytest

from tests.named import PLANS, plan, plans
from wizard.bundle.artefacts.runbook import ARTEFACT
from wizard.bundle.registry import bundle_files
from wizard.frozen import replace
from wizard.plan.model import Features, FeatureState, Plan, Role

_BLOCK = re.compile(r"^ *(`{3,})(\w*)\n(.*?)\n *\1$", re.DOTALL | re.MULTILINE)
NAMES = sorted(PLANS)


def runbook(plan: Plan) -> str:
    """Return the text of the plan's runbook."""
    (file,) = ARTEFACT.files(plan, "en")
    assert file.path == "README.md"
    return file.text


def shell_lines(text: str) -> list[str]:
    """Return every command of the runbook."""
    return [line.strip() for _, kind, body in _BLOCK.findall(text) if kind == "sh" for line in body.split("\n")]


@pytest.mark.parametrize("name", NAMES)
def test_parts_stand_in_the_order_that_locks_nobody_out(name: str) -> None:
    """A way in comes first, session tags are let through before Okta sends any, and nothing is tightened unproven."""
    headings = re.findall(r"^## (\d)\. ", runbook(plan(name)), re.MULTILINE)
    assert headings == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_whole_words_for_a_shell(name: str) -> None:
    """A shell reads each command as the words that were meant, whatever the plan's names hold."""
    lines = shell_lines(runbook(plan(name)))
    assert lines
    for line in lines:
        assert shlex.split(line)[0] in ("aws", "session-tag-wizard"), line
    subprocess.run(["bash", "-n"], input="\n".join(lines), text=True, check=True)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_a_command_reads_is_in_the_bundle(name: str) -> None:
    """What a command takes from the folder lies there."""
    text = runbook(plan(name))
    paths = {file.path for file in bundle_files(plan(name))}
    asked = {
        word.removeprefix("file://")
        for line in shell_lines(text)
        for word in shlex.split(line)
        if "file://aws/" in word
    }
    assert asked <= paths


@pytest.mark.parametrize("name", NAMES)
def test_contents_name_files_that_exist(name: str) -> None:
    """The list of the folder's contents names what lies there and nothing else."""
    contents = runbook(plan(name)).split("## What lies in this folder")[1]
    listed = {re.sub(r"ACCOUNT/ROLE|ROLE", "*", path) for path in re.findall(r"^\| `([^`]+)`", contents, re.MULTILINE)}
    paths = {file.path for file in bundle_files(plan(name))} - {"README.md"}
    assert {path for path in listed if "*" not in path} <= paths
    assert {path for path in paths if not path.startswith("aws/")} <= listed


def test_required_tags_are_asked_for_after_the_proof_only() -> None:
    """The trust policy that refuses sign-ins without tags replaces nothing before the tags are proven to arrive."""
    text = runbook(plan("team-project"))
    tightening = text.index("## 6.")
    for match in re.finditer("update-assume-role-policy .*aws/trust/", text):
        assert match.start() > tightening


def test_longest_session_is_looked_at_before_it_is_set() -> None:
    """A role's longest session may already be longer than the plan's, and lowering it would refuse sign-ins."""
    text = runbook(plan("team-project"))
    look = text.index("aws iam get-role --query Role.MaxSessionDuration --role-name okta-abac")
    warning = text.index("never lower it")
    assert look < warning < text.index("aws iam update-role --role-name okta-abac --max-session-duration")


def test_features_known_to_be_on_need_no_request() -> None:
    """With both features on, no support request stands in the runbook."""
    on = Features(FeatureState.ENABLED, FeatureState.ENABLED)
    known = replace(plan("team-project"), okta=replace(plan("team-project").okta, features=on))
    assert "Open a case with Okta Support" in runbook(plan("team-project"))
    assert "Open a case with Okta Support" not in runbook(known)


def test_long_trust_policies_name_the_quota() -> None:
    """A trust policy over the default quota names ACLSizePerRole before it is put in place."""
    assert "ACLSizePerRole" not in runbook(plan("team-project"))
    assert "`ACLSizePerRole`" in runbook(plan("fifty-tags"))


def test_trusted_roles_are_created_first() -> None:
    """A role that another one trusts is created before it, since AWS refuses to trust what does not exist."""
    arn = "arn:aws:iam::111122223333:role/second"
    base = plan("team-project")
    roles = (Role("first", trusted_roles=(arn,)), Role("second"))
    text = runbook(replace(base, aws=replace(base.aws, roles=roles)))
    assert text.index("create-role --role-name second") < text.index("create-role --role-name first")
    assert "at most one hour" in text


def test_partitions_name_their_settings() -> None:
    """AWS Environment, and the ACS URLs of a failover, follow from partition and regions."""
    assert "AWS GovCloud" in runbook(plan("gov-cloud"))
    assert "https://signin.amazonaws.cn/saml" in runbook(plan("china"))
    base = plan("team-project")
    abroad = replace(base, aws=replace(base.aws, sign_in_regions=("us-west-2",)))
    assert "https://us-west-2.signin.aws.amazon.com/saml" in runbook(abroad)
    assert "ACS URL" not in runbook(base)


def test_roles_that_trust_each_other_still_get_an_order() -> None:
    """A circle of trust ends nowhere, and every role is created once all the same."""
    arns = [f"arn:aws:iam::111122223333:role/{name}" for name in ("a", "b")]
    base = plan("team-project")
    roles = (Role("a", trusted_roles=(arns[1],)), Role("b", trusted_roles=(arns[0],)))
    text = runbook(replace(base, aws=replace(base.aws, roles=roles)))
    assert text.count("create-role") == 2


def test_texts_of_the_plan_are_no_markup() -> None:
    """No text of a plan opens a heading, a link or HTML in the runbook."""
    for name, each in plans().items():
        outside = _BLOCK.sub("", runbook(each))
        assert "<script" not in re.sub(r"`+[^`]*`+", "", outside), name


def test_way_back_takes_everything_back_in_reverse() -> None:
    """Part 7 puts the kept trust policies back before Okta's rows go, detaches the last policy first, then deletes."""
    text = runbook(plan("compute-data-secrets"))
    back = shell_lines(text.split("## 7.")[1].split("\n## ")[0])
    verbs = [shlex.split(line)[2] for line in back]
    assert list(dict.fromkeys(verbs)) == [
        "update-assume-role-policy",
        "attach-role-policy",
        "detach-role-policy",
        "delete-policy",
        "list-policy-versions",
        "delete-policy-version",
        "delete-role",
    ]
    assert verbs[-1] == "update-assume-role-policy"
    put = [line.split(" ", 3)[3] for line in shell_lines(text) if line.startswith("aws iam attach-role-policy --role")]
    taken = [line.split(" ", 3)[3] for line in back if line.startswith("aws iam detach-role-policy")]
    assert taken == [line for line in reversed(put) if not line.endswith("POLICY_ARN")]


@pytest.mark.parametrize("name", NAMES)
def test_way_back_puts_back_what_part_6_kept(name: str) -> None:
    """Every file that part 7 reads is one that an earlier part has said to save."""
    text = runbook(plan(name))
    before, back = text.split("## 7.")
    asked = {
        word.removeprefix("file://")
        for line in shell_lines(back.split("\n## ")[0])
        for word in shlex.split(line)
        if word.startswith("file://")
    }
    assert all(file in before for file in asked)


def test_a_policy_that_exists_gets_a_new_version() -> None:
    """The command is whole, for the policies that are created, and says what to do at five versions."""
    lines = shell_lines(runbook(plan("team-project")))
    created = [shlex.split(line) for line in lines if line.startswith("aws iam create-policy ")]
    renewed = [shlex.split(line) for line in lines if line.startswith("aws iam create-policy-version ")]
    assert [words[-1] for words in created] == [words[-1] for words in renewed]
    assert all("--set-as-default" in words and "--policy-arn" in words for words in renewed)
    assert "IAM keeps 5 versions" in runbook(plan("team-project"))
    assert "aws iam delete-policy-version --policy-arn POLICY_ARN --version-id VERSION_ID" in lines


def test_okta_learns_of_a_new_role() -> None:
    """A role that Okta has not seen yet appears when the app's data are read again, and is assigned."""
    part = runbook(plan("team-project")).split("## 4.")[1].split("## 5.")[0]
    assert "Refresh Application Data" in part
    assert "SAML User Roles" in part
    assert "Use Group Mapping" in part


@pytest.mark.parametrize("name", ["team-project", "gov-cloud", "many-roles"])
def test_each_account_is_named_in_the_commands(name: str) -> None:
    """A word stands for an account in file names of roles that nobody knows yet, and nowhere else."""
    accounts = plan(name).aws.accounts
    text = runbook(plan(name)).split("## What lies in this folder")[0]
    blocks = [body for _, _, body in _BLOCK.findall(text)]
    assert not any("ACCOUNT" in body.replace("file://ACCOUNT-ROLE.", "") for body in blocks)
    assert ("ACCOUNT" in text) == (len(accounts) > 1)
    for part in ("## 2.", "## 6.", "## 7."):
        body = text.split(part)[1].split("\n## ")[0]
        assert all(account in body for account in accounts)
