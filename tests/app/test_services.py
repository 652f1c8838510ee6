"""The services as a person looks for them."""

import pytest

from wizard.app.services import known_services, matching, service_title


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ec2", "ec2"),
        ("EC2", "ec2"),
        ("secrets man", "secretsmanager"),
        ("s3", "s3"),
        ("amazon sqs", "sqs"),
        ("lambda", "lambda"),
    ],
)
def test_the_likeliest_service_comes_first(text: str, first: str) -> None:
    """A prefix finds its service, and so do words of the name."""
    assert matching(text)[0].prefix == first


def test_what_is_nowhere_finds_nothing() -> None:
    """A text that no service holds has no offers; no text offers the first ones."""
    assert matching("no such service at all") == ()
    assert matching("  ", 3) == known_services()[:3]


def test_every_service_has_a_name() -> None:
    """A prefix is told with the name that the console shows."""
    assert all(service.title for service in known_services())
    assert service_title("ec2") == "Amazon EC2"
    assert service_title("ec3") == ""
