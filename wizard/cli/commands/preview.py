"""``preview PLAN``: the SAML, as Okta's preview shows it or as AWS receives it; or the flow, as a diagram."""

from argparse import ArgumentParser, Namespace

from wizard.cli.arguments import add_plan
from wizard.cli.command import Command
from wizard.cli.plan_source import STANDARD_INPUT, named_plan
from wizard.cli.status import CommandError, Status
from wizard.cli.terminal import Terminal
from wizard.language import N_, _
from wizard.plan.model import Person, Plan
from wizard.quoting.line_text import one_line
from wizard.saml.assertion import assertion_xml
from wizard.saml.preview import preview_xml


def _arguments(parser: ArgumentParser) -> None:
    add_plan(parser)
    parser.add_argument(
        "--as",
        dest="side",
        choices=("okta", "aws", "flow"),
        default="okta",
        help=_(
            "okta: as the console's Preview SAML shows it; aws: as AWS receives it; flow: from the profile to the "
            "resources, a Mermaid diagram; okta without it"
        ),
    )
    parser.add_argument(
        "--person", metavar="LOGIN", help=_("whose values to show with --as aws or flow; the first's without it")
    )
    text = _("list of people to take the person from, as preflight reads it; the plan's own people without it")
    parser.add_argument("--people", metavar="FILE", help=text)


def _run(arguments: Namespace, terminal: Terminal) -> Status:
    if arguments.plan == arguments.people == STANDARD_INPUT:
        raise CommandError(_("- stands for standard input once; name files for the other inputs"))
    plan = named_plan(arguments.plan)
    listed = arguments.people is not None
    person = _listed(plan, arguments.people, arguments.person) if listed else _person(plan, arguments.person)
    match arguments.side:
        case "okta":
            terminal.result(preview_xml(plan, _))
        case "aws":
            terminal.result(assertion_xml(plan, person, _))
        case _:
            terminal.result(_flow(plan, person))
    return Status.DONE


def _flow(plan: Plan, person: Person | None) -> str:
    """Return the diagram; CommandError for one that no reader of Markdown would draw."""
    from wizard.diagram.flow import diagram  # noqa: PLC0415 - the other previews draw nothing
    from wizard.diagram.mermaid import mermaid  # noqa: PLC0415

    drawn = mermaid(diagram(plan, person), _)
    if drawn is None:
        raise CommandError(_("the diagram is too large to be drawn; the runbook says the same in words"))
    return drawn


def _person(plan: Plan, login: str | None) -> Person | None:
    """Return the person, None where none is asked for and the plan has none; CommandError for an unknown login."""
    person = plan.person(login)
    if login is not None and person is None:
        known = ", ".join(one_line(known.login) for known in plan.people) or _("none")
        text = _("--person {login}: the plan has no person of that login; it has {known}")
        raise CommandError(text.format(login=one_line(login), known=known))
    return person


def _listed(plan: Plan, file: str, login: str | None) -> Person:
    """Return a person of a list; CommandError where it has nobody such, or cannot be read."""
    from wizard.access.broken import Broken, UnreadableFile  # noqa: PLC0415 - other previews read no people
    from wizard.access.person import listed_person  # noqa: PLC0415
    from wizard.cli.source import stream  # noqa: PLC0415

    first: list[Broken] = []

    def noted(broken: Broken) -> None:
        first[:] = first or [broken]

    name = one_line(file)
    try:
        with stream(file) as source:
            found = listed_person(source, plan, login, noted)
    except UnreadableFile as error:
        raise CommandError(f"{name}: {one_line(error)}") from error
    if found is not None:
        return found.person(plan)
    text = (
        _("{file}: nobody is in the list") if login is None else _("{file}: nobody in the list has the login {login}")
    )
    told = [text.format(file=name, login=one_line(login))]
    told += [_("line {line}: {message}").format(line=each.line, message=one_line(each.message)) for each in first]
    raise CommandError("; ".join(told))


COMMAND = Command(
    summary=N_("print the SAML as Okta shows it or AWS receives it, or the flow"),
    description=N_(
        "Prints the session tags as SAML. Okta's own preview prints the expressions as they stand; AWS receives a\n"
        "person's values, one AttributeValue for each transitive key. What cannot be evaluated stays an expression,\n"
        "and a comment at the top says so. The flow is a Mermaid diagram from the profile to the resources."
    ),
    examples=(
        ("plan.session-tags.yaml", N_("compare it with what the console's Preview SAML shows")),
        ("plan.session-tags.yaml --as aws --person ada@example.com", N_("the SAML that AWS receives for Ada")),
        (
            "plan.session-tags.yaml --as aws --people users.csv --person ada@example.com",
            N_("the same, with Ada's profile as Okta exported it"),
        ),
        ("plan.session-tags.yaml --as flow --person ada@example.com", N_("where Ada's values go, and where they stop")),
    ),
    arguments=_arguments,
    run=_run,
)
