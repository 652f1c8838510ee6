"""A small bundle that stands for any, and another that would replace it."""

from pathlib import Path

from wizard.bundle.artefact import BundleFile
from wizard.bundle.manifest import manifest_file


def bundle(word: str) -> tuple[BundleFile, ...]:
    """Return a bundle in whose files the word stands, and whose set of files depends on it."""
    files = (
        BundleFile("README.md", f"# {word}\n"),
        BundleFile("plan.yaml", f"version: 1\nname: {word}\n"),
        BundleFile("aws/trust/role.json", f'{{"role": "{word}"}}\n'),
        BundleFile(f"okta/{word}.txt", "x\n" * 50),
    )
    return (*files, manifest_file(files, files[1].text))


FILES = bundle("old")
OTHERS = bundle("new")


def held(folder: Path) -> dict[str, str]:
    """Return what a folder holds: path to text, every file however hidden."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def texts(files: tuple[BundleFile, ...]) -> dict[str, str]:
    """Return what a folder holds when these files have been written."""
    return {file.path: file.text for file in files}


def names(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
