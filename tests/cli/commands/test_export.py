"""``export`` writes the bundle of a plan without errors, and nothing of any other."""

import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests import named
from tests.cli.conftest import Run
from tests.named import PLANS
from wizard.bundle.registry import bundle_files
from wizard.plan.reader import read_plan

CONTRACT = {
    "README.md",
    "aws/permissions/okta-abac.json",
    "aws/trust/111122223333/okta-abac.json",
    "manifest.json",
    "okta/app-settings.json",
    "okta/app-user-schema.json",
    "okta/attribute-statements.yaml",
    "okta/profile-mapping.json",
    "okta/support-request.txt",
    "okta/user-schema.json",
    "plan.yaml",
    "saml/assertion.xml",
    "saml/okta-preview.xml",
}
"""The files of the contract for the example plan."""
WHOLE = sorted(file.path for file in bundle_files(named.plan("team-project")))
"""All its files, those of artefacts that came later too."""


def files(folder: Path) -> list[str]:
    """Return the paths of all files in a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_bundle_of_the_example(outside: Run, plan: Path, tmp_path: Path) -> None:
    """The contract's files and maybe others, each listed on standard output, each with its hash; notes on the other."""
    ended = outside("export", plan, "--out", "bundle")
    assert ended.status == 0
    assert set(WHOLE) >= CONTRACT
    assert files(tmp_path / "bundle") == WHOLE
    where, *listed = ended.out.splitlines()
    assert where == "bundle"
    assert sorted(line.strip() for line in listed) == WHOLE
    manifest = json.loads((tmp_path / "bundle/manifest.json").read_bytes())
    assert manifest["tool"] == {"name": "Session Tag Wizard", "version": "0.1.0"}
    assert manifest["files"] == {
        path: sha256((tmp_path / "bundle" / path).read_bytes()).hexdigest() for path in WHOLE if path != "manifest.json"
    }
    assert manifest["plan_sha256"] == manifest["files"]["plan.yaml"]
    for feature in ("OIN_SAML2_DYNAMIC_ATTRIBUTES", "SAML_SUPPORT_ARRAY_ATTRIBUTES"):
        assert f"{feature} is not known to be on" in ended.err


@pytest.mark.parametrize("name", ["bundle", "bundle.zip"])
def test_the_same_plan_gives_the_same_bytes(outside: Run, plan: Path, tmp_path: Path, name: str) -> None:
    """Whatever the language, the time zone, the hash seed, the order of calls or what was there before."""
    one, other = tmp_path / "one" / name, tmp_path / "other" / name
    assert outside("export", plan, "--out", one).status == 0
    for _ in range(2):
        ended = outside(
            "export", plan, "--out", other, LANG="de_DE.UTF-8", LANGUAGE="de", TZ="Asia/Tokyo", PYTHONHASHSEED="7"
        )
        assert ended.status == 0
    if name.endswith(".zip"):
        assert one.read_bytes() == other.read_bytes()
        with zipfile.ZipFile(one) as found:
            assert found.namelist() == WHOLE
    else:
        assert files(one) == files(other) == WHOLE
        assert all((one / path).read_bytes() == (other / path).read_bytes() for path in WHOLE)


def test_error_findings_stop_it(outside: Run, faulty: Path, tmp_path: Path) -> None:
    """Exit status 1, nothing written, the errors on standard error."""
    ended = outside("export", faulty, "--out", "bundle")
    assert (ended.status, ended.out) == (1, "")
    assert "error    tags[0].key  TAG101" in ended.err
    assert "warning" not in ended.err
    assert ended.err.splitlines()[-1].startswith(f"{faulty}: nothing was written")
    assert sorted(path.name for path in tmp_path.iterdir()) == [faulty.name]


def test_errors_can_be_allowed(run: Run, faulty: Path, tmp_path: Path) -> None:
    """Then the bundle is written, and the exit status is 1 all the same."""
    ended = run("export", faulty, "--out", tmp_path / "bundle", "--allow-errors")
    assert ended.status == 1
    assert "README.md" in files(tmp_path / "bundle")


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["plan.yaml"], ["plan.yaml"]),
        (["aws"], [path for path in WHOLE if path.startswith("aws/")]),
        (["aws/"], [path for path in WHOLE if path.startswith("aws/")]),
        (["./saml/assertion.xml"], ["saml/assertion.xml"]),
        (["saml", "README.md", "saml/assertion.xml"], ["README.md", "saml/assertion.xml", "saml/okta-preview.xml"]),
        (["manifest.json"], []),
        (["aws\\trust"], ["aws/trust/111122223333/okta-abac.json"]),
    ],
    ids=str,
)
def test_only_what_is_named_is_written(
    run: Run, plan: Path, tmp_path: Path, only: list[str], expected: list[str]
) -> None:
    """Files or folders of the bundle, and a manifest of just those, which still names the plan's hash."""
    target = tmp_path / "bundle"
    named = [word for path in only for word in ("--only", path)]
    assert run("export", plan, "--out", target, *named).status == 0
    assert files(target) == sorted([*expected, "manifest.json"])
    manifest = json.loads((target / "manifest.json").read_bytes())
    assert sorted(manifest["files"]) == sorted(expected)
    whole = {file.path: file.text for file in bundle_files(read_plan(plan))}
    assert manifest["plan_sha256"] == sha256(whole["plan.yaml"].encode()).hexdigest()
    assert run("export", plan, "--out", target).status == 0
    assert files(target) == WHOLE


@pytest.mark.parametrize(
    "path", ["terraform", "aws/trus", "README", "", ".", "..", "/", "../plan.yaml", "\ud800", "a\nb"]
)
def test_an_unknown_path_is_refused(run: Run, plan: Path, tmp_path: Path, path: str) -> None:
    """Exit status 2, nothing written, and the paths that there are."""
    ended = run("export", plan, "--out", tmp_path / "bundle", "--only", "aws", "--only", path)
    assert (ended.status, ended.out) == (2, "")
    assert "  saml/assertion.xml\n" in ended.err
    assert not (tmp_path / "bundle").exists()


def test_what_may_be_replaced(run: Run, plan: Path, tmp_path: Path) -> None:
    """An unchanged bundle is; a changed one and a file are by force; a foreign folder never is."""
    target = tmp_path / "bundle"
    assert run("export", plan, "--out", target).status == 0
    assert run("export", plan, "--out", target, "--only", "aws").status == 0
    (target / "aws/notes.txt").write_text("mine")
    refused = run("export", plan, "--out", target)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == f"{target}: this bundle was changed after its export; --force replaces it\n"
    assert (target / "aws/notes.txt").read_text() == "mine"
    assert run("export", plan, "--out", target, "--force").status == 0
    assert files(target) == WHOLE
    (target / "manifest.json").unlink()
    for force in ([], ["--force"]):
        refused = run("export", plan, "--out", target, *force)
        assert (refused.status, refused.out) == (2, "")
        assert "this folder is not a bundle of this program" in refused.err
    assert "README.md" in files(target)


def test_a_place_that_is_a_file(run: Run, plan: Path, tmp_path: Path) -> None:
    """The file stays unless --force is given; a file among the folders above is never replaced."""
    (tmp_path / "file").write_text("mine")
    for target in ("file", "file/bundle"):
        ended = run("export", plan, "--out", tmp_path / target)
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.count("\n") == 1
    assert run("export", plan, "--out", tmp_path / "file/bundle", "--force").status == 2
    assert (tmp_path / "file").read_text() == "mine"
    assert run("export", plan, "--out", tmp_path / "file", "--force").status == 0
    assert files(tmp_path / "file") == WHOLE


def test_the_plan_itself_is_never_replaced(run: Run, plan: Path) -> None:
    """A bundle in the place of its own plan would be a slip, which --force does not mean."""
    before = plan.read_bytes()
    ended = run("export", plan, "--out", plan, "--force")
    assert (ended.status, ended.out) == (2, "")
    assert "this is the plan itself" in ended.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize("target", ["a\0b", "\ud800", "a" * 300, ""])
def test_a_place_that_cannot_be(run: Run, plan: Path, target: str, tmp_path: Path) -> None:
    """Exit status 2 and one line, whatever the path."""
    ended = run("export", plan, "--out", target and f"{tmp_path}/{target}")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert "the program itself failed" not in ended.err
    assert [path.name for path in tmp_path.iterdir()] == [plan.name]


def test_a_plan_that_cannot_be_read_writes_nothing(run: Run, tmp_path: Path) -> None:
    """Exit status 2 with file, line and column."""
    (tmp_path / "plan.yaml").write_text("version: 1\ntags: 7\n")
    ended = run("export", tmp_path / "plan.yaml", "--out", tmp_path / "bundle")
    assert (ended.status, ended.out) == (2, "")
    assert "plan.yaml:2:7: tags" in ended.err
    assert not (tmp_path / "bundle").exists()


def test_a_plan_from_standard_input(run: Run, plan: Path, tmp_path: Path) -> None:
    """`-` gives the bundle that the file gives."""
    assert run("export", "-", "--out", tmp_path / "one", stdin=plan.read_bytes()).status == 0
    assert run("export", plan, "--out", tmp_path / "other").status == 0
    assert all((tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes() for path in WHOLE)


def test_a_bundle_left_by_an_interrupted_export_is_named(run: Run, plan: Path, tmp_path: Path) -> None:
    """Where a system cannot swap folders, the old one may stay beside, and the next export says so."""
    assert run("export", plan, "--out", tmp_path / "bundle.old").status == 0
    ended = run("export", plan, "--out", tmp_path / "bundle")
    assert ended.status == 0
    assert f"{tmp_path / 'bundle.old'}: an earlier bundle, left by an export that was interrupted" in ended.err


def test_what_is_known_to_be_on_is_not_warned_about(run: Run, plan: Path, tmp_path: Path) -> None:
    """With both features enabled, nothing is left to ask Okta for."""
    text = plan.read_text()
    states = "{OIN_SAML2_DYNAMIC_ATTRIBUTES: enabled, SAML_SUPPORT_ARRAY_ATTRIBUTES: enabled}"
    plan.write_text(text.replace("okta:\n", f"okta:\n  features: {states}\n"))
    ended = run("export", plan, "--out", tmp_path / "bundle")
    assert (ended.status, ended.err) == (0, "")
    assert "okta/support-request.txt" not in files(tmp_path / "bundle")


@pytest.mark.parametrize("name", sorted(PLANS))
def test_every_named_plan_is_written_whole(run: Run, tmp_path: Path, name: str) -> None:
    """With --allow-errors each named plan gives the files that the bundle holds, byte for byte, hostile names too."""
    assert run("export", PLANS[name], "--out", tmp_path / "bundle", "--allow-errors").status in (0, 1)
    expected = {file.path: file.text.encode() for file in bundle_files(read_plan(PLANS[name]))}
    assert {path: (tmp_path / "bundle" / path).read_bytes() for path in files(tmp_path / "bundle")} == expected
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_a_folder_that_may_not_be_written(outside: Run, plan: Path, tmp_path: Path) -> None:
    """The permissions of a folder are respected, and said to be the reason."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if os.access(closed, os.W_OK):
        pytest.skip("root may write anywhere; tests/bundle/test_real_disks mounts a read-only disk instead")
    ended = outside("export", plan, "--out", closed / "bundle")
    assert (ended.status, ended.out) == (2, "")
    assert "you may not write there" in ended.err
