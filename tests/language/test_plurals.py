"""Numbers in sentences: one thing is never spoken of as several."""

import re

import pytest
from hypothesis import given

from tests.strategies import plans
from tools.translations import ROOT, said
from wizard.bundle.registry import bundle_files
from wizard.language import Numbered
from wizard.language.po_file import Catalogue
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.rules.registry import findings, rules
from wizard.rules.rule import Rule

_THINGS = (
    "accounts|actions|arguments|assertions|bytes|cells|characters|classes|columns|commands|days|decisions|differences|"
    "entries|errors|files|findings|grants|keys|levels|lines|members|notes|others|people|places|policies|problems|"
    "regions|requests|resources|roles|rows|rules|seconds|services|signatures|statements|steps|tags|values|warnings"
)
SEVERAL = re.compile(rf"\{{(\w+)(?::,)?\}} (?:(?:allowed|different|distinct|more|other|session) )?(?:{_THINGS})\b")
ONE_OF_SEVERAL = re.compile(rf"(?<![\w.,:/-])1 (?:(?:allowed|different|distinct|more|other|session) )?(?:{_THINGS})\b")

LIMITS = {"limit", "most", "least", "largest", "default", "below", "days"}
"""Names of values that AWS, Okta or the program sets, all of them more than one."""
OVER_A_LIMIT = re.compile(
    r"; (AWS|Okta) (allows|takes one|needs one)|; a session tag has one|; a role takes|; the (longest|default|limit)|"
    r"; a plan file holds|; a plan has|; no source|; the quota|; sessions of this size|; give one of|"
    r"where AWS takes one|would take too long|allows \{limit\}|; a plan|Okta allows"
)
"""What is said of a number only where it is above a limit, so never of one."""
NEVER_ONE = {
    "on other {keys} keys": "the value is the beginning of the keys, no number",
    "{role}: {size:,} characters": "trust policies above AWS's default",
    "{count} services of AWS": "the whole table",
    "Make it {seconds} seconds": "AWS takes 900 and more",
    "carries {count} signatures": "said where there are several",
    "the document has {count:,} characters; at most": "said above a limit",
    "{listed} of {count} lines": "said where a thousand are listed",
}
"""Parts of texts whose number is never one, and why."""


def test_a_text_with_a_number_has_a_form_for_one() -> None:
    """Where a number may be one, the text has two forms: `ngettext`, or `Numbered` where it is translated later."""
    lacking = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in sorted(ROOT.joinpath("wizard").rglob("*.py"))
        for text in said(path.read_text(encoding="utf-8"))
        for name in ([] if isinstance(text, tuple) else SEVERAL.findall(text))
        if name not in LIMITS and not OVER_A_LIMIT.search(text) and not any(part in text for part in NEVER_ONE)
    ]
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_no_example_of_a_rule_speaks_of_one_as_of_several(rule: Rule) -> None:
    """What the rules say of their own examples."""
    for example in rule.examples:
        for finding in findings(plan_from_text(example.plan)):
            for text in (finding.message, finding.fix.text() if finding.fix else ""):
                assert not ONE_OF_SEVERAL.search(text), text


@given(plans())
def test_no_finding_and_no_runbook_speaks_of_one_as_of_several(plan: Plan) -> None:
    """What the rules and the runbook say of any plan."""
    texts = [finding.message for finding in findings(plan)]
    texts += [file.text for file in bundle_files(plan, only=("README.md",))]
    for text in texts:
        assert not ONE_OF_SEVERAL.search(text), ONE_OF_SEVERAL.search(text)


def test_a_counted_text_is_translated_by_its_number() -> None:
    """A text that is kept and translated later takes the form that its number takes in that language."""
    german = Catalogue(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "{count} role"\nmsgid_plural "{count} roles"\nmsgstr[0] "{count} Rolle"\nmsgstr[1] "{count} Rollen"\n'
    )
    texts = [Numbered("{count} role", "{count} roles", number) for number in (0, 1, 2)]
    assert texts == ["{count} roles", "{count} role", "{count} roles"]
    assert [german.text(text) for text in texts] == ["{count} Rollen", "{count} Rolle", "{count} Rollen"]
