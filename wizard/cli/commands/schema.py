"""``schema``: the plan file's JSON Schema."""

from argparse import ArgumentParser, Namespace

from wizard.cli.command import Command
from wizard.cli.status import Status
from wizard.cli.terminal import Terminal
from wizard.language import N_
from wizard.plan.schema import plan_schema
from wizard.quoting.json_text import pretty


def _arguments(parser: ArgumentParser) -> None:
    del parser  # it has none


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    del arguments
    terminal.result(pretty(plan_schema()))
    return Status.DONE


COMMAND = Command(
    summary=N_("print the JSON Schema of the plan file"),
    description=N_("Prints the JSON Schema of the plan file, for editors that complete and check YAML as it is typed."),
    examples=(("> session-tags.schema.json", N_("keep it where the editor finds it")),),
    arguments=_arguments,
    run=_run,
)
