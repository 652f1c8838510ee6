"""An artefact: a pure function from a plan to the files of the bundle that it is responsible for."""

from collections.abc import Callable, Iterable

from wizard.frozen import Frozen
from wizard.plan.model import Plan


class BundleFile(Frozen):
    """One file of the bundle: its path, with forward slashes, and its whole text, ending in a newline."""

    path: str
    text: str


class Artefact(Frozen):
    """What one module of :mod:`wizard.bundle.artefacts` exports, as ``ARTEFACT``.

    Attributes:
        name: the path, or its pattern, as the contract spells it: ``aws/trust/ACCOUNT/ROLE.json``.
        title: what it is, for the administrator: "Trust policy".
        about: what it is for, in one sentence of the runbook's list of files.
        order: its place in a list of artefacts, and in a preview's choice.
        files: from the plan and a language's code to the files, none where it does not apply.
            It renders any plan, a wrong one too, and never raises.
    """

    name: str
    title: str
    about: str
    order: int
    files: Callable[[Plan, str], Iterable[BundleFile]]
