"""Where the frozen program starts: the same door as ``python -m wizard``."""

import os
import sys
from pathlib import Path

from wizard.__main__ import main

if "," in __file__:  # PySide6 tells Qt where its plugins are in a file in which a comma separates values
    os.environ["QT_PLUGIN_PATH"] = str(Path(__file__).parent / "PySide6" / "Qt" / "plugins")

if __name__ == "__main__":
    sys.exit(main())
