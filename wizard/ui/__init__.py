"""The desktop app; Qt is imported here alone.

For its ``__feature__``, which nothing here uses, PySide6 reads the whole source of every module that is imported after
it, and the sources stay in memory: six megabytes. So Python's own import is put back as soon as PySide6 is there.
"""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - brings its import along

_BUILT_IN = vars(builtins)
if _BUILT_IN["__import__"] is _BUILT_IN.get("__feature_import__") and "__orig_import__" in _BUILT_IN:
    _BUILT_IN["__import__"] = _BUILT_IN["__orig_import__"]
    linecache.clearcache()
