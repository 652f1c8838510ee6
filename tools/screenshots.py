"""Takes pictures of every step, view and dialog: in three themes, in two languages, at two scales.

``python tools/screenshots.py [FOLDER]`` writes into build/screenshots without a folder: there each language and scale
has a folder of its own, with contact sheets of what is in it. ``--language ja`` and ``--scale 3`` take others instead,
as often as they are given; ``--docs`` takes the pictures that the README and the program's guide show, and no others.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from wizard.language import SOURCE_LANGUAGE, languages

LANGUAGES = ("en", "de")
SCALES = ("1", "2")


def take(folder: Path, language: str, scale: str, *more: str) -> int:
    """Take all pictures in a language at a scale, and return the exit status."""
    arguments = (ROOT / "tools" / "pictures.py", folder / f"{language}-{scale}", "--language", language, *more)
    environment = {**os.environ, "QT_SCALE_FACTOR": scale}
    print(f"{language}, {scale} times the size", flush=True)
    return subprocess.run([sys.executable, *arguments], env=environment, check=False).returncode


def main() -> int:
    """Take them in every language, at every scale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--language", action="append", help=f"instead of {' and '.join(LANGUAGES)}")
    parser.add_argument("--scale", action="append", help=f"instead of {' and '.join(SCALES)}")
    parser.add_argument("--docs", action="store_true", help="renew the pictures of the README and of the guide alone")
    arguments = parser.parse_args()
    if arguments.docs:
        light = ("--theme", "light")  # the README alone has a dark picture
        return max(
            take(arguments.folder, code, "1", "--docs", *(() if code == SOURCE_LANGUAGE else light))
            for code in languages()
        )
    runs = [(language, scale) for language in arguments.language or LANGUAGES for scale in arguments.scale or SCALES]
    return max(take(arguments.folder, *run) for run in runs)


if __name__ == "__main__":
    sys.exit(main())
