"""The files of the program as they lie on a Linux system: what every package has, and what one kind of them has."""

import gzip
import shutil
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from installers.build import EXAMPLE, PROGRAM, SOURCE, Build, run
from installers.changelog import debian, releases
from installers.icons import DRAWING, SIZES, png
from installers.licences.texts import copyright_file
from installers.manual import manual
from installers.tidy import settle
from wizard import APPLICATION, DISTRIBUTION

HERE: Final = SOURCE / "installers" / "linux"
HOME_OF_FILES: Final = f"usr/lib/{DISTRIBUTION}"
SCREENSHOTS: Final = (
    ("main-light.png", "The steps, the tags, and the SAML as AWS receives it"),
    ("main-dark.png", "The same with the dark theme"),
)
_ZSH: Final = (("deb", "vendor-completions"), ("rpm", "site-functions"))
"""Where zsh looks for what packages bring: Debian has a folder of its own for them."""

_COMPLETIONS: Final = (
    ("bash", f"usr/share/bash-completion/completions/{DISTRIBUTION}"),
    ("fish", f"usr/share/fish/vendor_completions.d/{DISTRIBUTION}.fish"),
)


def plant(build: Build) -> Path:
    """Make the tree from the frozen program, and beside it what one kind of package has; return the tree's folder."""
    tree = build.work / "linux" / "tree"
    for folder in (tree, *(apart(build, kind) for kind, _zsh in _ZSH)):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(build.frozen, tree / HOME_OF_FILES, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / DISTRIBUTION).symlink_to(f"../lib/{DISTRIBUTION}/{PROGRAM}")
    _desktop(build, tree / "usr/share")
    _completions(build, tree)
    _documents(build, tree)
    for kind, zsh in _ZSH:
        completion = run([build.frozen / PROGRAM, "completion", "zsh"], build.environment())
        _write(apart(build, kind) / "usr/share/zsh" / zsh / f"_{DISTRIBUTION}", completion)
    _of_debian(build, apart(build, "deb"))
    for folder in (tree, *(apart(build, kind) for kind, _zsh in _ZSH)):
        settle(folder, build.epoch)
    return tree


def apart(build: Build, kind: str) -> Path:
    """Return the folder of what only a .deb has (``deb``), or all the others have (``rpm``)."""
    return build.work / "linux" / f"only-{kind}"


def _desktop(build: Build, share: Path) -> None:
    for source, target in (
        ("session-tag-wizard.desktop", f"applications/{APPLICATION}.desktop"),
        ("mime.xml", f"mime/packages/{APPLICATION}.xml"),
    ):
        _write(share / target, (HERE / source).read_text(encoding="utf-8").replace("@APPLICATION@", APPLICATION))
    _write(share / "metainfo" / f"{APPLICATION}.metainfo.xml", metainfo(build))
    icons = share / "icons/hicolor"
    for size in SIZES:
        _write(icons / f"{size}x{size}/apps/{APPLICATION}.png", png(size))
    _write(icons / f"scalable/apps/{APPLICATION}.svg", DRAWING.read_bytes())


def metainfo(build: Build) -> str:
    """Return the AppStream metadata: releases from the changelog, pictures where it is known where they are shown."""
    text = (HERE / "metainfo.xml").read_text(encoding="utf-8").replace("@APPLICATION@", APPLICATION)
    root = ET.fromstring(text)
    if build.home:
        ET.SubElement(root, "url", type="homepage").text = build.home
        ET.SubElement(root, "url", type="bugtracker").text = f"{build.home}/issues"
        shown = ET.SubElement(root, "screenshots")
        for name, caption in SCREENSHOTS:
            kind = {"type": "default"} if name == SCREENSHOTS[0][0] else {}
            screenshot = ET.SubElement(shown, "screenshot", kind)
            ET.SubElement(screenshot, "caption").text = caption
            address = f"{build.home}/raw/v{build.version}/docs/images/{name}"
            ET.SubElement(screenshot, "image", type="source").text = address
    told = ET.SubElement(root, "releases")
    for version, day in releases(build):
        ET.SubElement(told, "release", version=version, date=day)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _completions(build: Build, tree: Path) -> None:
    for shell, target in _COMPLETIONS:
        _write(tree / target, run([build.frozen / PROGRAM, "completion", shell], build.environment()))


def _documents(build: Build, tree: Path) -> None:
    documents = tree / "usr/share/doc" / DISTRIBUTION
    _write(documents / "copyright", copyright_file(build))
    _write(documents / "changelog.gz", _packed((SOURCE / "CHANGELOG.md").read_text(encoding="utf-8")))
    _write(documents / "examples" / EXAMPLE.name, EXAMPLE.read_bytes())
    _write(tree / f"usr/share/man/man1/{DISTRIBUTION}.1.gz", _packed(manual(build.epoch)))


def _of_debian(build: Build, folder: Path) -> None:
    _write(folder / "usr/share/doc" / DISTRIBUTION / "changelog.Debian.gz", _packed(debian(build)))
    overrides = (HERE / "lintian-overrides").read_text(encoding="utf-8")
    _write(folder / f"usr/share/lintian/overrides/{DISTRIBUTION}", overrides)


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
