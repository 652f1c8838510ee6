"""``selftest``: checks the installation against what its build recorded, by really doing the work once."""

import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from wizard import PRODUCT, __version__
from wizard.aws.coverage.table import STALE_AFTER_DAYS, NoTable, coverage, services
from wizard.bundle.error import BundleError
from wizard.bundle.existing import Existing, existing
from wizard.bundle.writing import write_bundle
from wizard.cli.arguments import add_format
from wizard.cli.command import Command
from wizard.cli.inventory import Inventory, example_bundle, inventory, recorded
from wizard.cli.status import Status
from wizard.cli.terminal import Terminal
from wizard.discovery import NothingFound
from wizard.language import N_, _
from wizard.plan.error import PlanError
from wizard.quoting.json_text import pretty
from wizard.quoting.line_text import one_line

if TYPE_CHECKING:
    from datetime import date

_SECONDS_FOR_QT: Final = 60
_MOST_NAMES: Final = 5
_KINDS: Final = {
    "rules": N_("rules"),
    "artefacts": N_("exported files"),
    "commands": N_("commands"),
    "steps": N_("steps of the wizard"),
    "views": N_("views beside the steps"),
    "languages": N_("languages"),
    "resources": N_("data and pictures"),
    "example": N_("files of the example's bundle"),
}


class Check(NamedTuple):
    """One check: what was looked at, whether it is as it should be, and what was seen."""

    name: str
    passed: bool
    message: str


def checks(today: "date") -> Iterator[Check]:
    """Yield every check of this installation, one after the other, as each is done."""
    yield from _inventory_checks()
    yield _table_check(today)
    yield _export_check()
    yield _qt_check()


def _inventory_checks() -> Iterator[Check]:
    try:
        known, here = recorded(), inventory()
    except (OSError, ValueError, NothingFound, ImportError, NoTable, PlanError) as error:
        yield Check("inventory", False, one_line(error))
        return
    for kind, what in _KINDS.items():
        yield _compared(kind, _(what), known, here)


def _compared(kind: str, what: str, known: Inventory, here: Inventory) -> Check:
    wanted, found = known.get(kind, {}), here[kind]
    missing = [name for name in wanted if name not in found]
    foreign = [name for name in found if name not in wanted]
    changed = [name for name in wanted if name in found and wanted[name] != found[name]]
    told = [
        text.format(names=_listed(names))
        for text, names in (
            (_("missing: {names}"), missing),
            (_("not of this build: {names}"), foreign),
            (_("changed: {names}"), changed),
        )
        if names
    ]
    return Check(kind, not told, "; ".join([f"{len(found)} {what}", *told]))


def _listed(names: list[str]) -> str:
    return ", ".join([*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])])


def _table_check(today: "date") -> Check:
    """Read the whole coverage table, and tell its day; an old one is no damage."""
    try:
        origin, count = coverage().origin, sum(1 for _service in services(coverage()))
    except NoTable as error:
        return Check("table", False, one_line(error))
    text = _("{count} services of AWS as of {day}; source: {source}, {version}")
    if origin.is_stale(today):
        text = _("{count} services of AWS as of {day}, older than {days} days; source: {source}, {version}")
    facts = {"day": origin.day, "source": origin.source, "version": origin.version}
    return Check("table", True, text.format(count=count, days=STALE_AFTER_DAYS, **facts))


def _export_check() -> Check:
    """Write the example's bundle to the disk and read it back."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            files, target = example_bundle(), Path(folder, "bundle")
            write_bundle(files, target)
            write_bundle(files, target)
            whole = existing(target) is Existing.UNCHANGED_BUNDLE
    except (OSError, BundleError, PlanError, NoTable, NothingFound, ImportError) as error:
        return Check("export", False, one_line(error))
    message = _("the example was written twice and reads back whole") if whole else _("the example does not read back")
    return Check("export", whole, message)


def _qt_check() -> Check:
    """Start Qt in a process of its own: where it cannot start it ends the whole process."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "wizard"]
    try:
        ended = subprocess.run(  # noqa: S603 - this very program
            [*program, "selftest", "--draw"], capture_output=True, timeout=_SECONDS_FOR_QT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Check("qt", False, one_line(error))
    if ended.returncode == 0:
        version = ended.stdout.decode("utf-8", "replace").strip()
        return Check("qt", True, _("Qt {version} draws").format(version=version))
    reason = one_line(ended.stderr.decode("utf-8", "replace").strip()) or _("it drew nothing")
    text = _("Qt does not start, so the desktop app cannot; the other commands can: {reason}")
    return Check("qt", False, text.format(reason=reason))


def _arguments(parser: ArgumentParser) -> None:
    add_format(parser, "text", "json")
    parser.add_argument("--draw", action="store_true", help=SUPPRESS)


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    if arguments.draw:
        return _drawn(terminal)
    done = []
    for check in checks(terminal.today):
        done.append(check)
        if arguments.format == "text":
            terminal.result(_line(check, terminal))
    passed = all(check.passed for check in done)
    terminal.result(pretty(_report(done)) if arguments.format == "json" else _closing(passed=passed))
    return Status.DONE if passed else Status.FOUND


def _drawn(terminal: Terminal) -> Status:
    try:
        version = str(import_module("wizard.ui.probe").drawn())  # by name: Qt may be missing, which is to be told
    except ImportError as error:
        terminal.note(one_line(error))
        return Status.REFUSED
    terminal.result(version)
    return Status.DONE if version else Status.FOUND


def _line(check: Check, terminal: Terminal) -> str:
    word = terminal.styled(_("ok"), "strong") if check.passed else terminal.styled(_("failed"), "error")
    return f"{check.name:<10}{word}  {check.message}\n"


def _closing(*, passed: bool) -> str:
    text = _("{product} {version} is whole.") if passed else _("{product} {version} is not whole; install it again.")
    return "\n" + text.format(product=PRODUCT, version=__version__) + "\n"


def _report(done: list[Check]) -> Mapping[str, object]:
    return {
        "tool": {"name": PRODUCT, "version": __version__},
        "checks": [check._asdict() for check in done],
        "passed": all(check.passed for check in done),
    }


COMMAND = Command(
    summary=N_("check the installation: rules, exporters, data, Qt"),
    description=N_(
        "Compares what is here with what the build recorded, exports the example, and starts Qt without a screen.\n"
        "Exit status: 0 where all is whole, 1 otherwise."
    ),
    examples=(("", N_("say what was checked")), ("--format json", N_("the same for an installer"))),
    arguments=_arguments,
    run=_run,
)
