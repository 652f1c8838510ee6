"""A virtual screen with a window manager for each process that runs tests: two would take each other's focus."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

SETTLED = 0.7
"""Seconds that a window manager takes to its first window; one that opens before it is opened twice."""


@contextmanager
def screen() -> Iterator[None]:
    """Give the process a screen of its own, where there is none or where it has to share one."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    shown = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") == "offscreen" or (shown and alone):
        yield
        return
    server = shutil.which("Xvfb")
    if server is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield
        return
    yield from _virtual(server)


def _virtual(server: str) -> Iterator[None]:
    reading, writing = os.pipe()
    arguments = [server, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(arguments, pass_fds=[writing], **quiet) as xvfb:
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ.pop("WAYLAND_DISPLAY", None)
        manager = shutil.which("openbox")
        helper = subprocess.Popen([manager, "--sm-disable"], **quiet) if manager else None
        time.sleep(SETTLED if helper else 0)
        try:
            yield
        finally:
            if helper is not None:
                helper.terminate()
                helper.wait()
            xvfb.terminate()
