"""``python -m wizard``: the desktop app, and the commands."""

import gc
import sys
from typing import Final

from wizard.cli import main as command_line

ALLOCATIONS: Final = 50_000
"""Objects made before garbage is looked for: starting makes many and drops none, so that looking costs a tenth."""


def main() -> int:
    """Do what the process's arguments ask for; return the exit status."""
    gc.set_threshold(ALLOCATIONS)
    status = command_line.main()
    gc.freeze()  # else the interpreter looks once more at every object before it ends, another tenth
    return status


if __name__ == "__main__":
    sys.exit(main())
