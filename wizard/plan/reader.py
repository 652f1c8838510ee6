"""Reads a plan file: every problem in it with its place, or the plan.

What is wrong but readable, such as a key of 129 characters, is read; the rules report it.
"""

import os.path

from wizard.frozen import replace
from wizard.language import _
from wizard.plan.document import parsed_document
from wizard.plan.encoding import LARGEST_PLAN, decoded, too_large
from wizard.plan.error import PlanError, Problem
from wizard.plan.interpretation import interpreted
from wizard.plan.model import Plan


def read_plan(path: "str | os.PathLike[str]") -> Plan:
    """Return the plan in a file; a plan without a name is called after the file.

    PlanError where the file cannot be read as a plan; it names the file as `path` gives it.
    """
    source = os.fspath(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_PLAN + 1)
        if len(data) > LARGEST_PLAN:
            raise too_large()
        return plan_from_text(data, name=plan_name(path))
    except PlanError as error:
        raise PlanError(error.problems, source) from None
    except (OSError, ValueError) as error:
        raise PlanError([Problem(0, 0, "", _unreadable(error))], source) from None


def plan_name(path: "str | os.PathLike[str]") -> str:
    """Return the name of a plan that has none: its file's, without the endings."""
    return os.path.splitext(os.path.basename(path))[0].removesuffix(".session-tags")


def plan_from_text(text: str | bytes, *, name: str = "") -> Plan:
    """Return the plan that a plan file's text holds, called `name` where it has no name; PlanError otherwise."""
    plan = interpreted(parsed_document(decoded(text)))
    return plan if plan.name else replace(plan, name=name)


def _unreadable(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return _("There is no such file")
        case IsADirectoryError():
            return _("This is a folder, not a plan file")
        case PermissionError():
            return _("The file may not be read; its permissions refuse it")
        case OSError():
            return _("The file cannot be read: {reason}").format(reason=error.strerror or error)
    return _("This is no name of a file")
