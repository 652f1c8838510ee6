"""Each rule about evidence fires on what it is for, at the attribute, and is silent on a sign-in as planned."""

from datetime import datetime
from functools import cache

import pytest

from tests.access.verification.samples import KEYS, SAMPLES, Sample
from tests.evidence.identity_provider import PREFIX
from wizard.access.verification.comparison import Comparison, Verdict, verified
from wizard.access.verification.difference import Severity
from wizard.access.verification.registry import evidence_rules
from wizard.access.verification.rule import EvidenceRule
from wizard.plan.model import Plan
from wizard.plan.reader import plan_from_text
from wizard.saml.evidence.reading import read_evidence


@cache
def plan(text: str) -> Plan:
    """Return the plan of that text."""
    return plan_from_text(text)


def judged(sample: Sample) -> Comparison:
    """Return the comparison of a sample."""
    data = sample.evidence.encode() if isinstance(sample.evidence, str) else sample.evidence
    person = plan(sample.plan).person(sample.person) if sample.person else None
    at = datetime.fromisoformat(sample.at) if sample.at else None
    return verified(plan(sample.plan), read_evidence(data), person, at)


@pytest.mark.parametrize("name", SAMPLES)
def test_exactly_what_is_wrong_is_told(name: str) -> None:
    """Rule, severity and attribute of each difference, and no other; an error is a mismatch."""
    sample = SAMPLES[name]
    found = judged(sample)
    told = [(each.rule, each.severity, each.attribute.removeprefix(PREFIX)) for each in found.differences]
    assert sorted(told) == sorted(sample.told)
    assert (found.verdict is Verdict.MISMATCH) == any(severity is Severity.ERROR for _, severity, _ in sample.told)


@pytest.mark.parametrize("name", [name for name, sample in SAMPLES.items() if sample.words])
def test_the_message_says_it(name: str) -> None:
    """The measurement or the cure names what the administrator has to look for."""
    texts = " ".join(f"{each.message()} {each.fix()}" for each in judged(SAMPLES[name]).differences)
    for words in SAMPLES[name].words:
        assert words in texts


def test_every_rule_has_a_sample() -> None:
    """No rule is untested, and ids are unique."""
    ids = [rule.id for rule in evidence_rules()]
    assert len(ids) == len(set(ids))
    assert {rule for sample in SAMPLES.values() for rule, _, _ in sample.told} == set(ids)


@pytest.mark.parametrize("rule", evidence_rules(), ids=lambda rule: rule.id)
def test_every_rule_says_why_and_where_from(rule: EvidenceRule) -> None:
    """A title that is a fact, an explanation that ends, and a document."""
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.explanation.endswith(".")
    assert rule.source.startswith("https://")


@pytest.mark.parametrize("name", SAMPLES)
def test_texts_are_whole(name: str) -> None:
    """Every template is filled, and every difference has a cure."""
    for each in judged(SAMPLES[name]).differences:
        assert each.message()
        assert each.fix()
        assert each.message(lambda text: text).strip() == each.message()
        assert "secret" not in repr(each)


def test_the_attribute_is_named_in_full() -> None:
    """As found, and as expected where it is missing."""
    found = judged(SAMPLES["missing"])
    assert found.differences[0].attribute == f"{PREFIX}PrincipalTag:team"
    assert found.differences[0].expected == ("platform",)
    assert judged(SAMPLES["flattened to the literal"]).differences[0].found == (KEYS,)


def test_a_rule_without_a_judgement_is_loud() -> None:
    """It would find nothing for ever."""
    rule = EvidenceRule("EVD999", Severity.ERROR, title="T", explanation="E.", source="https://example.com")
    with pytest.raises(LookupError, match="EVD999"):
        rule.differences(None)
