"""Findings and fixes as they are shown."""

from wizard.frozen import replace
from wizard.language.phrase import Phrase, Phrases, filled
from wizard.plan.model import Aws, Grant, Plan, Tag
from wizard.rules.cure import removal, renaming, replacement
from wizard.rules.finding import Finding, Fix, Severity


def _german(text: str) -> str:
    return {"{count} characters; {hint}": "{count} Zeichen; {hint}", "Cut {it}": "Kürze {it}"}.get(text, text)


def test_a_message_is_translated_before_it_is_filled() -> None:
    """The template is translated, a sentence among its values too, and values of the plan are left alone."""
    values = {"count": 129, "hint": Phrase("Cut {it}", {"it": "{count}"})}
    finding = Finding("TAG101", Severity.ERROR, "tags[0].key", "T", "{count} characters; {hint}", "https://x/y", values)
    assert finding.message == "129 characters; Cut {count}"
    assert finding.text(_german) == "129 Zeichen; Kürze {count}"
    assert filled("{a}", {"a": "{b}"}) == "{b}"


def test_a_label_is_translated_and_hides_nothing() -> None:
    """A button's label is filled like a message; unseen characters of the plan are written out in it."""
    fix = replacement("Cut {it}", "name", "x", it="a\nb", count=2)
    assert fix.text(_german) == "Kürze a<U+000A>b"
    assert fix.values["count"] == 2


def test_fixes_edit_the_plan_in_one_place() -> None:
    """A replacement sets a value, a removal takes an entry away, a renaming follows the key into the grants."""
    plan = Plan(tags=(Tag("team", "user.team"),), access=(Grant("g", match=("team",)),), aws=Aws(accounts=("1", "2")))
    assert replacement("", "aws.accounts[0]", "3").apply(plan).aws.accounts == ("3", "2")
    assert removal("", "aws.accounts[0]", safe=True).apply(plan).aws.accounts == ("2",)
    renamed = renaming("", 0, "squad").apply(plan)
    assert (renamed.tags[0].key, renamed.access[0].match) == ("squad", ("squad",))


def test_a_fix_is_unsafe_unless_it_says_otherwise() -> None:
    """Nothing is applied unasked by default."""
    assert not Fix("", lambda plan: plan).safe
    assert not replacement("", "name", "").safe


def test_phrases_are_translated_one_by_one() -> None:
    """Several phrases stand with semicolons between them, each translated before it is filled."""
    parts = Phrases((Phrase("Cut {it}", {"it": "a"}), Phrase("Cut {it}", {"it": "b"})))
    assert filled("{parts}", {"parts": parts}) == "Cut a; Cut b"
    assert filled("{parts}", {"parts": parts}, _german) == "Kürze a; Kürze b"


def test_two_findings_say_the_same_by_their_words_and_cure() -> None:
    """What a cure does is of its own plan and not compared; another word, value or cure is something else."""
    told = Finding(
        "TAG101", Severity.ERROR, "tags[0].key", "T", "{n}", "https://x/y", {"n": 1}, replacement("Cut", "name", "x")
    )
    elsewhere = replace(told, path="tags[1].key", fix=replacement("Cut", "name", "y"))
    assert told.says_what(elsewhere)
    assert not told.says_what(replace(told, values={"n": 2}))
    assert not told.says_what(replace(told, fix=None))
    assert not replace(told, fix=None).says_what(told)
    assert replace(told, fix=None).says_what(replace(elsewhere, fix=None))
    assert not told.says_what(replace(told, fix=replacement("Keep", "name", "x")))
