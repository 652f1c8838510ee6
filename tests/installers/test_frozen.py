"""The frozen program: whole, loud where it is not, small, and at home on the oldest systems that are promised."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from installers.frozen.parts import PLUGINS, is_bundled
from installers.tidy import everything
from tests.installers.built import EXAMPLE, FROZEN, PROJECT, SOURCE_PROGRAM, bundle_of, ended, ran
from wizard import DISTRIBUTION
from wizard.cli.inventory import recorded
from wizard.language import SOURCE_LANGUAGE, languages

PROGRAM = FROZEN / DISTRIBUTION
MEBIBYTE = 1024 * 1024


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the frozen folder that may be broken: its files are links until one is removed."""
    target = tmp_path / "copy"
    shutil.copytree(FROZEN, target, symlinks=True, copy_function=os.link)
    return target


def judged(folder: Path, env: dict[str, str]) -> tuple[int, dict[str, str]]:
    """Return the exit status of a folder's self-test, and what the checks that failed say."""
    run = ended(folder / DISTRIBUTION, "selftest", "--format", "json", env=env)
    checks = json.loads(run.stdout)["checks"]
    return run.returncode, {check["name"]: check["message"] for check in checks if not check["passed"]}


def test_whole(person: dict[str, str]) -> None:
    """The self-test finds as many rules, artefacts, steps, languages and data as the build recorded, and Qt draws."""
    told = json.loads(ran(PROGRAM, "selftest", "--format", "json", env=person))
    counts = {check["name"]: check["message"].split()[0] for check in told["checks"]}
    assert told["passed"]
    for kind, names in recorded().items():
        assert counts[kind] == str(len(names)), kind
    assert {"table", "export", "qt"} <= counts.keys()


def test_export(person: dict[str, str], tmp_path: Path) -> None:
    """The frozen program exports the same bytes as the program from source."""
    frozen = bundle_of(PROGRAM, tmp_path / "frozen", person)
    assert frozen == bundle_of(SOURCE_PROGRAM, tmp_path / "source", person)
    assert len(frozen) == len(recorded()["example"])


def test_lost_rule(copy: Path, person: dict[str, str]) -> None:
    """A build that lost one rule fails its self-test, which names the rule."""
    (copy / "_internal/wizard/rules/tag_key_length.pyc").unlink()
    status, failed = judged(copy, person)
    assert status == 1
    assert failed.keys() == {"rules"}
    assert "missing: TAG" in failed["rules"]


def test_no_rules(copy: Path, person: dict[str, str]) -> None:
    """A build that found no rules fails its self-test, and approves no plan."""
    lost = [path for path in (PROJECT / "wizard/rules").glob("*.py") if "\nRULE = " in path.read_text(encoding="utf-8")]
    for path in lost:
        (copy / "_internal/wizard/rules" / f"{path.stem}.pyc").unlink()
    assert len(lost) == len(recorded()["rules"])
    assert judged(copy, person)[0] == 1
    checked = ended(copy / DISTRIBUTION, "check", EXAMPLE, env=person)
    assert checked.returncode == 2
    assert "Traceback" not in checked.stderr


@pytest.mark.parametrize(
    ("lost", "kind"),
    [
        ("wizard/bundle/artefacts/trust_policy.pyc", "artefacts"),
        ("wizard/app/steps/tags.pyc", "steps"),
        ("wizard/resources/data/service-coverage.gz", "resources"),
        ("wizard/resources/icons/tag.svg", "resources"),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "qt"),
    ],
)
def test_lost_part(copy: Path, person: dict[str, str], lost: str, kind: str) -> None:
    """A build that lost any other part fails its self-test in the check of that part."""
    (copy / "_internal" / lost).unlink()
    status, failed = judged(copy, person)
    assert status == 1
    assert kind in failed or "inventory" in failed


def test_changed_data(copy: Path, person: dict[str, str]) -> None:
    """A build whose example was changed fails: its export has another digest than the recorded one."""
    example = copy / "_internal/wizard/resources/examples" / EXAMPLE.name
    text = example.read_text(encoding="utf-8").replace("okta-abac", "another")
    example.unlink()
    example.write_text(text, encoding="utf-8")
    status, failed = judged(copy, person)
    assert status == 1
    assert {"resources", "example"} <= failed.keys()


def test_size() -> None:
    """Qt's parts that are not needed are left out: the folder takes less than 110 MiB."""
    size = sum(path.stat().st_size for path in everything(FROZEN) if path.is_file() and not path.is_symlink())
    assert size < 110 * MEBIBYTE, size


def test_nothing_of_the_builder() -> None:
    """No file of the build names the folders of whoever built it."""
    marks = [os.fsencode(str(FROZEN.parent.parent.parent)), b"/site-packages/wizard/"]
    found = [path for path in everything(FROZEN) if path.is_file() and any(mark in path.read_bytes() for mark in marks)]
    assert not found


def test_allowed_plugins() -> None:
    """Of Qt's plugins just those are bundled that are on the list."""
    plugins = FROZEN / "_internal/PySide6/Qt/plugins"
    here = {f"{path.parent.name}/{path.stem.removeprefix('lib')}" for path in plugins.rglob("*.so")}
    assert here <= PLUGINS
    assert {"platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen", "iconengines/qsvgicon"} <= here


def test_sorting() -> None:
    """Names sort in every language as with all of ICU's data, of which the build leaves out what Qt never asks for."""
    (whole,) = (PROJECT / "build/dist/environment/lib").glob("python3.*/site-packages/PySide6/Qt/lib")
    frozen = FROZEN / "_internal/PySide6/Qt/lib"
    (data,) = frozen.glob("libicudata.so.*")
    assert data.stat().st_size < 9 * MEBIBYTE
    told = ran(sys.executable, "-m", "tests.installers.sorting", frozen)
    assert told == ran(sys.executable, "-m", "tests.installers.sorting", whole)
    assert "sv: " in told


def test_languages() -> None:
    """Qt speaks every language that the program speaks, and none besides is shipped."""
    known = {path.stem for path in FROZEN.rglob("qtbase_*.qm")}
    assert known == {f"qtbase_{language}" for language in languages() if language != SOURCE_LANGUAGE}


def test_system_libraries() -> None:
    """A library of the system is bundled where it is on the list, and on Linux only there."""
    assert not is_bundled("libstdc++.so.6", "/usr/lib/libstdc++.so.6", linux=True)
    assert is_bundled("libffi.so.8", "/usr/lib/libffi.so.8", linux=True)
    assert is_bundled("vcruntime140.dll", "C:\\Python\\vcruntime140.dll", linux=False)
    assert not is_bundled("PySide6/Qt6Network.dll", "C:\\x\\site-packages\\PySide6\\Qt6Network.dll", linux=False)
