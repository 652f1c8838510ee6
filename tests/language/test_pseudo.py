"""In a language that nobody speaks, nothing that the program says still reads like English."""

import re
from collections.abc import Iterable, Mapping

import pytest

from tests import named
from tests.pseudo import decorated, prose
from wizard.app.compare.changes import change_lines
from wizard.app.previews import all_previews
from wizard.app.steps.registry import all_steps
from wizard.app.views.registry import all_views
from wizard.bundle.registry import bundle_files
from wizard.cli.judgements import judgements
from wizard.frozen import parts
from wizard.language import _, speak
from wizard.okta.feature import FEATURES
from wizard.plan.edit import replaced
from wizard.plan.error import PlanError
from wizard.plan.model import Grant, Person, Plan, Role, Tag
from wizard.plan.reader import plan_from_text
from wizard.rules.finding import Finding
from wizard.rules.registry import rules
from wizard.rules.rule import Rule
from wizard.rules.sign_in_errors.matching import SIGN_IN_ERRORS

pytestmark = pytest.mark.usefixtures("pseudo_language")

FENCES = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
ACTIONS = re.compile(r"^- `[\w-]+`: .*$", re.MULTILINE)
COMMENTS = re.compile(r"<!--(.*?)-->", re.DOTALL)
SHELL = re.compile(r"^aws iam ")
CHARACTER = re.compile(r"U\+[0-9A-F]{4,6} [a-z -]+")


def untranslated(texts: Iterable[str]) -> list[str]:
    """Return those of the texts that have words and no translation."""
    return [text for text in texts if re.search("[a-z]{2}", re.sub(r"\{\w+\}", "", text)) and _(text) == text]


def foreign(values: Mapping[str, object]) -> list[str]:
    """Return what of a message's values reads like English; commands, and the names of characters, are data."""
    texts = [value.text(_) if hasattr(value, "text") else str(value) for value in values.values()]
    return [found for text in texts if not SHELL.match(text) for found in prose(CHARACTER.sub("", text))]


def findings(rule: Rule) -> Iterable[Finding]:
    """Give what a rule finds in its own examples and in all named plans."""
    for plan in (*(plan_from_text(example.plan) for example in rule.examples), *named.plans().values()):
        yield from rule.findings(plan)


def test_the_language_is_told_from_english() -> None:
    """A translated text is in brackets with its placeholders whole; an unknown one stays English, and is seen."""
    assert _("{count} characters; AWS allows {limit}").startswith("⟦{count} ch")
    assert _("What nobody says") == "What nobody says"
    assert prose(decorated("one two {x}").format(x="what nobody says")) == ["what nobody"]


def test_every_judgement_is_translated() -> None:
    """Titles and explanations of the rules of plans, evidence and people have translations."""
    assert untranslated(text for found in judgements() for text in (found.title, found.explanation)) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_finding_is_translated(rule: Rule) -> None:
    """What a rule finds, and the words of its cure, are translated, and their values are data or translated too."""
    found = list(findings(rule))
    fixes = [each.fix for each in found if each.fix is not None]
    assert untranslated([*(each.template for each in found), *(fix.label for fix in fixes)]) == []
    assert [text for each in (*found, *fixes) for text in foreign(each.values) if rule.id != "TAG103"] == []


def test_every_cause_of_a_sign_in_error_is_translated() -> None:
    """The errors are AWS's and Okta's own words, what is said of them is not."""
    causes = [cause for error in SIGN_IN_ERRORS for cause in error.causes]
    assert untranslated(text for cause in causes for text in (cause.title, cause.check)) == []


def test_every_feature_is_translated() -> None:
    """What is known of Okta's features is translated."""
    texts = (getattr(feature, each.name) for feature in FEATURES for each in parts(feature)[1:])
    assert untranslated(texts) == []


def test_every_step_and_view_is_translated() -> None:
    """The steps' titles, questions and hints, and the views' titles, are translated."""
    assert untranslated(text for step in all_steps() for text in (step.title, step.question, step.hint)) == []
    assert untranslated(view.title for view in all_views()) == []


def test_the_runbook_is_translated(named_plan: Plan) -> None:
    """Outside of code, commands and the plan's own texts, no line of the runbook reads like English."""
    plan = replaced(replaced(named_plan, "name", "⟦⟧"), "notes", "")
    runbook = next(file.text for file in bundle_files(plan, "qps", ["README.md"]))
    lines = ACTIONS.sub("", FENCES.sub("", runbook)).splitlines()
    assert [found for line in lines for found in prose(line)] == []


def test_the_remarks_in_a_preview_are_translated(named_plan: Plan) -> None:
    """What the previews of the SAML say in a comment does not read like English, whoever is chosen."""
    shown = [
        preview.exactly(named_plan, person, "")
        for preview in all_previews()[:2]
        for person in (None, *named_plan.people)
    ]
    comments = [comment for text in shown for comment in COMMENTS.findall(text)]
    assert [found for comment in comments for found in prose(comment)] == []


@pytest.mark.parametrize("name", ["full", "team-project"])
def test_what_changed_between_plans_is_told_in_words(name: str) -> None:
    """A whole entry is told by its fields as their pages call them, not as the plan's file does."""
    lines = change_lines(Plan(), named.plan(name))
    fields = "|".join(part.name for kind in (Tag, Role, Grant, Person) for part in parts(kind))
    told = [found[0] for line in lines for found in re.finditer(rf"\b(?:{fields}): ", line.new)]
    assert len(lines) > 5
    assert told == []


def test_the_bundle_does_not_depend_on_what_is_spoken(named_plan: Plan) -> None:
    """Whatever the program speaks, the same plan gives the same bytes."""
    spoken = bundle_files(named_plan)
    speak("en")
    assert spoken == bundle_files(named_plan)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "tags: []",
        "version: one\ntags: []",
        "version: 99",
        "version: 1\ntags: {}",
        "version: 1\ntags: [\n",
        "version: 1\ntags: []\ntags: []",
        "version: 1\ntags: [{key: no, value: 012, transitive: maybe, alowed: []}]",
        "version: 1\ntags: [{value: user.team}]\naws: {partition: mars, roles: [{name: a, session_duration: 1e3}]}",
        "version: 1\ntags: []\npeople: [{login: a, profile: {team: {a: b}}}]\n<<: {}",
        "version: 1\n\ttags: []",
        "version: 1\ntags: &a [*a]",
    ],
)
def test_what_is_wrong_with_a_plan_file_is_translated(text: str) -> None:
    """No message about a plan that cannot be read reads like English."""
    with pytest.raises(PlanError) as raised:
        plan_from_text(text)
    messages = [problem.message for problem in raised.value.problems]
    assert [found for message in messages for found in prose(message)] == []
    assert all("⟦" in message for message in messages)
