"""Regular expressions that Java and Python read alike."""

import pytest

from wizard.okta.expression import CannotEvaluate
from wizard.okta.expression.pattern import matches


@pytest.mark.parametrize(
    ("pattern", "text", "result"),
    [
        ("a.c", "abc", True),
        ("a.c", "a\u2028c", False),
        ("abc", "xabcx", False),
        (".*b.*", "abc", True),
        ("^a$", "a", True),
        ("(?i)ENG.*", "engineer", True),
        ("(a|b)c", "bc", True),
        ("(?:a|b)c", "cc", False),
        (r"\d{3}-\d{1,2}", "123-4", True),
        (r"\d+", "١٢", False),
        (r"[^\]a-c]+", "xyz", True),
        (r"\$\.\[", "$.[", True),
        ("(ab)*", "ababab", True),
        ("(a+)?b", "aab", True),
        ("a{2,}", "aaa", True),
        ("", "", True),
    ],
)
def test_a_pattern_matches_the_whole_text(pattern: str, text: str, result: bool) -> None:
    """What both languages read alike is matched, digits and letter case as in Java."""
    assert matches(pattern, text) is result


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a|b)*",
        "(a{1,2}){2}",
        "((a*))*",
        "a**",
        "a*+",
        "*a",
        "|*",
        "(*a)",
        "^*",
        "(?=a)",
        "(?<n>a)",
        r"\p{L}",
        r"\bword",
        "[a&&b]",
        "[[a]]",
        "[]",
        "a)",
        "(a",
        "a{",
        "[z-a]",
        "a{3,2}",
        "a" * 301,
        "\\",
    ],
)
def test_a_pattern_that_java_may_read_otherwise_is_refused(pattern: str) -> None:
    """What is not common ground, or may take long, is not evaluated."""
    with pytest.raises(CannotEvaluate, match="is not evaluated here"):
        matches(pattern, "a")


@pytest.mark.parametrize("pattern", [".*" * 5 + "x", "a?" * 30 + "a" * 30, "(a|b)" * 20, "a{0,99}" * 4])
def test_a_pattern_that_may_take_long_is_refused(pattern: str) -> None:
    """The ways to match are counted before they are tried."""
    with pytest.raises(CannotEvaluate, match="would take too long on a text of 256 characters"):
        matches(pattern, "a" * 256)
