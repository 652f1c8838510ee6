"""Makes the disk image from the app bundle that PyInstaller left beside the frozen folder."""

import os
import shutil
from pathlib import Path
from typing import Final

from installers.build import SOURCE, Build, run
from installers.licences.texts import FOLDER
from wizard import DISTRIBUTION, PRODUCT

SCRIPTS: Final = SOURCE / "installers" / "macos"


def image(build: Build) -> Path:
    """Return the disk image; it is notarised where STW_NOTARY_KEY names a key."""
    app = build.frozen.parent / f"{PRODUCT}.app"
    shutil.copytree(build.frozen / FOLDER, app / "Contents" / "Resources" / FOLDER, dirs_exist_ok=True)
    target = build.out / f"{DISTRIBUTION}-{build.version}-{build.system}-{build.machine}.dmg"
    environment = os.environ | build.environment()
    run(["sh", SCRIPTS / "sign.sh", app], environment)
    run([app / "Contents" / "MacOS" / DISTRIBUTION, "selftest"], environment)
    run(["sh", SCRIPTS / "dmg.sh", app, target], environment)
    if os.environ.get("STW_NOTARY_KEY"):
        run(["sh", SCRIPTS / "notarise.sh", target], environment)
    return target
