"""Whether there is a newer version: what an answer may say, whom the build was told to ask, and how it is asked."""

import json
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wizard.app import release_feed
from wizard.app.release_feed import answer
from wizard.app.updates import NoAnswer, Release, feed, newer

PAGE = "https://git.example/session-tag-wizard/releases/tag/v1.10.0"
ADDRESS = "https://git.example/release.json"


def told(version: object, page: object = PAGE) -> bytes:
    """Return an answer."""
    return json.dumps({"version": version, "page": page}).encode()


@pytest.mark.parametrize("here", ["0.1.0", "1.9.9", "1.2.0"])
def test_a_newer_version_is_told(here: str) -> None:
    """Versions are compared number by number."""
    assert newer(told("1.10.0"), here) == Release("1.10.0", PAGE)


@pytest.mark.parametrize("here", ["1.10.0", "1.10.1", "2.0.0"])
def test_the_same_or_an_older_version_is_not(here: str) -> None:
    """Whoever is up to date hears nothing."""
    assert newer(told("1.10.0"), here) is None


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"{", b"\xff", b"[" * 100_000, told("1.10"), told("1.10.0-rc1"), told(3), told("9" * 5000 + ".0.0"),
        told("1.10.0", "http://git.example"), told("1.10.0", "https://a\nb"), told("1.10.0", "https://\u202eb"),
        told("1.10.0", 7),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(data: bytes) -> None:
    """A page in between, a broken file, an address that is not what it looks like: nothing is shown of it."""
    with pytest.raises(NoAnswer):
        newer(data, "0.1.0")


@given(some.binary(max_size=200))
def test_no_answer_raises_anything_else(data: bytes) -> None:
    """Whatever comes is a release, nothing newer, or no answer."""
    with suppress(NoAnswer):
        assert newer(data, "0.1.0") is None


def test_the_source_asks_nobody() -> None:
    """Without an address from the build there is nobody to ask, and the app does not offer it."""
    assert feed() == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (json.dumps({"feed": ADDRESS}), ADDRESS),
        ('{"feed": "http://git.example/x"}', ""),
        ("[]", ""),
        ("{", ""),
        ('{"feed": 1}', ""),
    ],
)
def test_the_address_is_that_of_the_build(
    text: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build writes it; anything but an https address is none."""
    (tmp_path / "published.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr("wizard.resource.ROOT", tmp_path)
    assert feed() == address


class Asked:
    """Stands for the network: keeps the question, and gives an answer or fails."""

    def __init__(self, said: bytes | Exception) -> None:
        self.said = said
        self.requests: list[Request] = []

    def __call__(self, request: Request, timeout: float) -> BytesIO:
        """Answer."""
        assert timeout == release_feed.PATIENCE
        self.requests.append(request)
        if isinstance(self.said, Exception):
            raise self.said
        return BytesIO(self.said)


def test_the_question_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the program, and neither its version nor anything of the person's."""
    network = Asked(told("1.0.0"))
    monkeypatch.setattr("urllib.request.urlopen", network)
    assert answer(ADDRESS) == told("1.0.0")
    (request,) = network.requests
    assert dict(request.header_items()) == {"User-agent": "session-tag-wizard", "Accept": "application/json"}
    assert request.data is None


@pytest.mark.parametrize("said", [URLError("no route"), TimeoutError("late"), OSError("reset"), b"x" * 70_000])
def test_no_network_is_no_answer(said: bytes | Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong on the way is one error."""
    monkeypatch.setattr("urllib.request.urlopen", Asked(said))
    with pytest.raises(NoAnswer):
        answer(ADDRESS)


def test_nothing_but_https_is_asked() -> None:
    """A file or an open connection is no answer."""
    with pytest.raises(NoAnswer):
        answer("file:///etc/passwd")
