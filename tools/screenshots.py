"""Takes pictures of every step, view and dialog: in three themes, in two languages, at two scales.

``python tools/screenshots.py [FOLDER]`` writes into build/screenshots without a folder: there each language and scale
has a folder of its own, with contact sheets of what is in it. ``--language ja`` and ``--scale 3`` take others instead,
as often as they are given; ``--docs`` also renews the pictures that the README shows.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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
    parser.add_argument("--docs", action="store_true", help="renew docs/images too")
    arguments = parser.parse_args()
    runs = [(language, scale) for language in arguments.language or LANGUAGES for scale in arguments.scale or SCALES]
    ended = [take(arguments.folder, *run, *(("--docs",) if arguments.docs and run == runs[0] else ())) for run in runs]
    return max(ended)


if __name__ == "__main__":
    sys.exit(main())
