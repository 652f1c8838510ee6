"""Stands before the real PySide6 on the path while the suite below the desktop app runs: Qt is not installed."""

raise ImportError("Qt is hidden from this run")
