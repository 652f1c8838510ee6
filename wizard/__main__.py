"""``python -m wizard``: the desktop app, and the commands."""

import sys

from wizard.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
