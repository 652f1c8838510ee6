"""Every artefact renders every plan, and what it renders reads back; none is lost, doubled or outside the bundle."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given

from tests import named
from tests.bundle.parsing import parsed
from tests.strategies import plans
from wizard.bundle import registry
from wizard.bundle.artefact import Artefact, BundleFile
from wizard.bundle.error import UnknownFile
from wizard.bundle.registry import artefacts, bundle_files, selected
from wizard.plan.edit import replaced
from wizard.plan.model import Aws, Plan, Role
from wizard.plan.reader import plan_from_text

NAME = re.compile(r"(?![. ])[A-Za-z0-9_+=,@ .%~-]+(?<![. ])")
DIGESTS = """
from hashlib import sha256
from tests import named
from wizard.bundle.registry import bundle_files
for name in named.PLANS:
    for file in bundle_files(named.plan(name)):
        print(name, file.path, sha256(file.text.encode()).hexdigest())
"""


def assert_whole(files: tuple[BundleFile, ...], plan: Plan) -> None:
    """Hold that a bundle has its manifest, its plan, safe paths, and nothing twice."""
    paths = [file.path for file in files]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(NAME.fullmatch(name) for path in paths for name in path.split("/"))
    texts = {file.path: file.text for file in files}
    manifest = json.loads(texts.pop("manifest.json"))
    assert manifest["files"] == {path: sha256(text.encode()).hexdigest() for path, text in texts.items()}
    assert plan_from_text(texts["plan.yaml"], name=plan.name) == plan
    assert {"README.md", "plan.yaml"} <= set(texts)
    assert ("saml/okta-preview.xml" in texts) == ("saml/assertion.xml" in texts) == bool(plan.tags)


@given(plans())
def test_any_plan_is_rendered_and_reads_back(plan: Plan) -> None:
    """Hostile or not, with or without findings, every file of its format is well-formed."""
    files = bundle_files(plan)
    assert_whole(files, plan)
    for file in files:
        parsed(file)


@given(plans(hostile=False))
def test_a_sensible_plan_keeps_its_names(plan: Plan) -> None:
    """What AWS and Okta take stands in the paths as it is, and each policy is there."""
    paths = {file.path for file in bundle_files(plan)}
    for role in plan.aws.roles:
        for account in plan.aws.accounts:
            assert f"aws/trust/{account}/{role.name}.json" in paths


@pytest.mark.parametrize("name", sorted(named.PLANS))
def test_named_plans_read_back(name: str) -> None:
    """Each file of each named plan's bundle is well-formed."""
    plan = named.plan(name)
    files = bundle_files(plan)
    assert_whole(files, plan)
    assert all(parsed(file) is not None for file in files)


def test_the_artefacts_of_the_contract_are_there() -> None:
    """What other programs rely on is written; the exports of later work are absent, not stubs."""
    assert {artefact.name for artefact in artefacts()} >= {
        "README.md",
        "plan.yaml",
        "okta/attribute-statements.yaml",
        "okta/app-settings.json",
        "okta/federated-claims.json",
        "okta/user-schema.json",
        "okta/app-user-schema.json",
        "okta/profile-mapping.json",
        "okta/support-request.txt",
        "saml/okta-preview.xml",
        "saml/assertion.xml",
        "aws/trust/ACCOUNT/ROLE.json",
        "aws/permissions/ROLE.json",
    }


def test_artefacts_stand_in_their_order() -> None:
    """Each has a place of its own, a title for people, and a sentence for the runbook."""
    orders = [artefact.order for artefact in artefacts()]
    assert orders == sorted(set(orders))
    assert all(artefact.title and not artefact.title.endswith(".") for artefact in artefacts())
    assert all(re.fullmatch(r"[A-Z].*\.", artefact.about) for artefact in artefacts())
    assert artefacts()[0].name == "README.md"


def test_every_file_is_of_the_artefact_that_names_it(named_plan: Plan) -> None:
    """The name of an artefact is the path of its files, with capitals for what varies."""
    for artefact in artefacts():
        spelled = re.escape(artefact.name).replace("ACCOUNT", "[^/]+").replace("ROLE", "[^/]+")
        for file in artefact.files(named_plan, "en"):
            assert re.fullmatch(spelled, file.path), file.path


def test_surroundings_do_not_show() -> None:
    """Neither hash seed, zone, language nor folder changes a byte of any named plan's bundle."""
    root = str(Path(__file__).parents[2])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            cwd=folder,
            env=os.environ | variables | {"PYTHONPATH": root},
            capture_output=True,
            check=True,
        ).stdout
        for folder, variables in (
            (root, {"PYTHONHASHSEED": "0", "TZ": "UTC"}),
            ("/", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LANGUAGE": "de", "USER": "eve"}),
        )
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") > 200


def test_roles_of_one_name_do_not_overwrite_one_another() -> None:
    """Systems that do not tell A from a keep both policies; the second has a number."""
    plan = Plan(aws=Aws(accounts=("111122223333",), roles=(Role("ops"), Role("OPS"), Role("ops"))))
    paths = [file.path for file in bundle_files(plan) if file.path.startswith("aws/trust/")]
    assert paths[:2] == ["aws/trust/111122223333/ops.json", "aws/trust/111122223333/OPS~2.json"]
    assert len({path.casefold() for path in paths}) == len(paths)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "..", "C:\\x", "nul", "", "a\0", "\ud800", "x" * 300])
def test_a_role_does_not_lead_out_of_the_bundle(name: str) -> None:
    """Whatever a role or an account is called, its files have safe names of their own."""
    plan = Plan(aws=Aws(accounts=(name,), roles=(Role(name),)))
    for file in bundle_files(plan):
        assert all(NAME.fullmatch(part) and len(part) < 250 for part in file.path.split("/"))


def test_no_artefact_takes_the_place_of_the_manifest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another wants to have there goes elsewhere."""
    rogue = Artefact(
        "manifest.json", "Rogue", "A rogue.", 1, lambda _plan, _language: [BundleFile("manifest.json", "{}\n")]
    )
    monkeypatch.setattr(registry, "artefacts", lambda: (rogue,))
    assert [file.path for file in bundle_files(Plan())] == ["manifest~2.json", "manifest.json"]


FILES = (BundleFile("a/b.txt", ""), BundleFile("a/c/d.txt", ""), BundleFile("ab.txt", ""))


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ([], ["a/b.txt", "a/c/d.txt", "ab.txt"]),
        (["a"], ["a/b.txt", "a/c/d.txt"]),
        (["a/c/"], ["a/c/d.txt"]),
        (["ab.txt", "a/b.txt"], ["a/b.txt", "ab.txt"]),
        (["manifest.json"], []),
    ],
    ids=str,
)
def test_files_and_folders_are_selected(only: list[str], expected: list[str]) -> None:
    """In the bundle's order, whatever the order in which they were named."""
    assert [file.path for file in selected(FILES, only)] == expected


@pytest.mark.parametrize("path", ["b.txt", "a/b", "A", "", "/", "a/b.txt/x"])
def test_what_the_bundle_does_not_hold_cannot_be_selected(path: str) -> None:
    """The error names what there is."""
    with pytest.raises(UnknownFile, match=r"It holds:\n  a/b\.txt\n  a/c/d\.txt\n  ab\.txt"):
        selected(FILES, ["a", path])


def test_the_plan_that_is_hashed_is_the_whole_one() -> None:
    """A selection without the plan still says from which plan it was made."""
    plan = replaced(named.plan("team-project"), "notes", "x")
    whole = {file.path: file.text for file in bundle_files(plan)}
    for only in ((), ("aws",), ("manifest.json",)):
        manifest = json.loads(bundle_files(plan, only=only)[-1].text)
        assert manifest["plan_sha256"] == sha256(whole["plan.yaml"].encode()).hexdigest()
