"""What was built, and running it as a person's own machine would."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from wizard import DISTRIBUTION, __version__

PROJECT = Path(__file__).resolve().parent.parent.parent
DIST = PROJECT / "dist"
WORK = PROJECT / "build" / "installers"
FROZEN = WORK / "frozen" / DISTRIBUTION
TREE = WORK / "linux" / "tree"
ONLY_DEBIAN = WORK / "linux" / "only-deb"
ONLY_OTHERS = WORK / "linux" / "only-rpm"
SOURCE_PROGRAM = PROJECT / "build" / "dist" / "environment" / "bin" / DISTRIBUTION
EXAMPLE = PROJECT / "resources" / "examples" / "team-project.session-tags.yaml"


def tool(name: str) -> str:
    """Return a tool, which `make installers` has installed."""
    found = shutil.which(name)
    assert found, f"{name} is not installed; type: sh installers/source/tools.sh"
    return found


def artefact(ending: str) -> Path:
    """Return the one file of the release with this ending."""
    found = list(DIST.glob(f"*{ending}"))
    assert len(found) == 1, f"there is no {ending} in dist; type: make dist"
    assert __version__ in found[0].name
    return found[0]


def distributions_frozen(**named: str) -> list[metadata.Distribution]:
    """Return the distributions, or that of a name, in the environment that was frozen."""
    (folder,) = (PROJECT / "build" / "dist" / "environment" / "lib").glob("python3.*/site-packages")
    return list(metadata.distributions(path=[str(folder)], **named))


def version_frozen(distribution: str) -> str:
    """Return the version of a distribution in the environment that was frozen."""
    (found,) = distributions_frozen(name=distribution)
    return found.version


def at_home(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a person without anything of this project's, at home in a folder."""
    plain = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "TERM") if name in os.environ}
    return plain | {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)} | more


def ended(
    *command: str | Path, env: Mapping[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, whatever that is."""
    parts = [str(part) for part in command]
    return subprocess.run(parts, env=env, cwd=folder, capture_output=True, text=True, timeout=170, check=False)


def ran(*command: str | Path, env: Mapping[str, str] | None = None, folder: Path | None = None) -> str:
    """Run a command that has to end well, and return all it said."""
    run = ended(*command, env=env, folder=folder)
    said = run.stdout + run.stderr
    assert run.returncode == 0, f"{command} ended with {run.returncode}:\n{said}"
    return said


def bundle_of(program: Path | str, folder: Path, env: Mapping[str, str]) -> dict[str, bytes]:
    """Let a program export the example, and return the files by their names."""
    target = folder / "bundle"
    ran(program, "export", EXAMPLE, "--out", target, env=env)
    files = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in files}
