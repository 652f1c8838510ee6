"""Feeds the readers of what others wrote with broken input, and stops at the first one that they do not answer for.

    python tools/fuzz.py [TARGET...] [--count N] [--seed N] [--engine mutation|atheris]

A reader answers for an input when it reads it, or refuses it with its own error, within SECONDS. Anything else is a
crash: the input is kept under build/fuzz and the exit status is 1. The engine `atheris` (pip install atheris) follows
the coverage of the code; `mutation` changes samples at random and always gives the same inputs for the same seed.
"""

import argparse
import io
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from wizard.access.broken import UnreadableFile
from wizard.access.people import people
from wizard.access.verification.comparison import verified
from wizard.okta.expression import ExpressionFault, parsed, problems, translated, value_of
from wizard.plan.model import Claims, Person, Plan
from wizard.plan.reader import read_plan
from wizard.saml.evidence.error import Unusable
from wizard.saml.evidence.reading import read_evidence

SECONDS = 5
LONGEST = 20_000


@dataclass(frozen=True)
class Target:
    """A reader, the samples that are changed, the pieces that are put into them, and what may be wrapped around."""

    read: Callable[[bytes], None]
    samples: tuple[bytes, ...]
    pieces: tuple[bytes, ...]
    wrappers: tuple[Callable[[bytes], str | bytes], ...] = ()


@cache
def _plan() -> Plan:
    return read_plan(ROOT / "tests" / "plans" / "team-project.yaml")


def evidence(data: bytes) -> None:
    """Read evidence and compare it with a plan."""
    try:
        found = read_evidence(data)
    except Unusable:
        return
    for difference in verified(_plan(), found).differences:
        difference.message(), difference.fix()


def people_file(data: bytes) -> None:
    """Read everybody in a file of people."""
    try:
        for _ in people(io.BytesIO(data), ("team", "groups"), lambda _broken: None, frozenset({"groups"})):
            pass
    except UnreadableFile:
        return


PERSON = Person("ada@example.com", (("team", "platform"), ("teams", ("a", "b")), ("level", 3), ("active", True)))


def expression(data: bytes) -> None:
    """Read an expression in both dialects; judge, translate and evaluate it."""
    text = data.decode("utf-8", "surrogateescape")
    for claims, other in ((Claims.STATEMENTS, Claims.FEDERATED), (Claims.FEDERATED, Claims.STATEMENTS)):
        try:
            known = parsed(text, claims)
        except ExpressionFault:
            continue
        problems(known, ("team", "teams"), frozenset({"teams"}))
        for work in (lambda known=known: value_of(known, PERSON), lambda to=other: translated(text, to)):
            try:
                work()
            except ExpressionFault:
                continue


def _response() -> bytes:
    from tests.evidence import okta

    return okta.response()


def _shapes() -> tuple[Callable[[bytes], str | bytes], ...]:
    from tests.evidence.shapes import SHAPES

    return tuple(shape for name, shape in SHAPES.items() if name != "XML below a browser's sentence")


def _evidence_samples() -> Iterator[bytes]:
    import json

    from tests.evidence import okta
    from tests.evidence.shapes import SHAPES
    from tests.evidence.trail import event

    small = okta.assertion(okta.ada(Role=None, SessionDuration=None)).encode()
    for shape in SHAPES.values():
        made = shape(small)
        yield made if isinstance(made, bytes) else made.encode()
    yield _response()
    yield okta.statement(okta.ada()).encode()
    yield okta.preview({"team": "user.team"}, '{"team", "project"}').encode()
    yield from (ROOT / "tests" / "evidence" / "post.txt").read_bytes().splitlines()
    yield json.dumps({"Records": [event()]}).encode()
    yield json.dumps({"Events": [{"CloudTrailEvent": json.dumps(event())}]}).encode()


EVIDENCE_PIECES = (
    *(b"<!DOCTYPE x [", b"<!ENTITY e ", b"]>", b"&e;", b"&#0;", b"&#x110000;", b"<!--", b"-->", b"<![CDATA[", b"]]>"),
    *(b"<?xml version='1.0'?>", b"<?x?>", b"<saml2:Assertion>", b"</saml2:Assertion>", b"<saml2:Attribute Name=''>"),
    *(
        b"<saml2:EncryptedAssertion>",
        b"<saml2:AttributeValue>",
        b"</saml2:AttributeValue>",
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
    ),
    *(
        b"xmlns=''",
        b"xmlns:saml2=''",
        b"ID='a'",
        b"SAMLResponse=",
        b"&RelayState=",
        b"%",
        b"%3D",
        b"&#x3d;",
        b"=",
        b"PK\x03\x04",
    ),
    *(
        b'{"log":{"entries":[',
        b'"CloudTrailEvent":"{',
        b"null",
        b"[]",
        b"{}",
        b"1e999",
        b"9" * 5000,
        b"<a>" * 300,
        b"[" * 2000,
    ),
    *(b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">', b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf"),
)
PEOPLE_SAMPLES = (
    b'login,team,groups\nada@example.com,platform,"a,b"\n',
    '\ufefflogin;team;groups\r\nada@example.com;Zürich;\r\n"o\'brien@example.com";"R&D";"x;y"\r\n'.encode(),
    b'[{"profile": {"login": "ada@example.com", "team": "platform", "groups": ["a", null, 3]}}]',
    b'{"login": "ada@example.com", "team": null}\n{"profile": {"login": "bob@example.com"}}\n',
)
PEOPLE_PIECES = (
    *(
        b'"',
        b'""',
        b",",
        b";",
        b"\t",
        b"\r",
        b"\n",
        b"\r\n",
        b"\0",
        b"\xff",
        b"\xe2\x80\xa8",
        b"\xef\xbb\xbf",
        b"login",
    ),
    *(b"[", b"]", b"{", b"}", b":", b"null", b"1e999", b"9" * 5000, b"[" * 2000, b'{"a":' * 500, b'"\\ud800"', b"'"),
)
EXPRESSIONS = (
    b"user.team",
    b'user.profile.team ?: "none"',
    b'":" + String.replace(Arrays.toCsvString(user.teams), ",", ":") + ":"',
    b'user.team == "a" AND !isMemberOfGroupName("x") ? String.substring(user.login, 0, 3) : null',
    b'user.profile.teams.contains("a") ? {"x", "y"} : Arrays.flatten(1, 2.5, -3)',
    b'String.substringBefore(user.login, "@").toUpperCase()',
    b'Time.now("Europe/Vienna", "YYYY-MM-dd") + Convert.toInt("7")',
)
EXPRESSION_PIECES = (
    *(b"(", b")", b"((((" * 100, b"[", b"]", b"{", b"}", b'"', b"'", b'""', b"?", b":", b"?:", b"?.", b".", b",", b"+"),
    *(
        b"-",
        b"!",
        b"==",
        b"!=",
        b">",
        b"AND",
        b"OR",
        b"null",
        b"user.",
        b"user.profile.",
        b"String.",
        b"Arrays.",
        b"9" * 400,
    ),
    *(
        b"1e999",
        b"0x",
        b"\\",
        b"\xc3\xa9",
        b"\xf0\x9f\x98\x80",
        b"\0",
        b"\xff",
        b" " * 50,
        b"a" * 500,
        b"matches",
        b"#",
    ),
)


@cache
def targets() -> dict[str, Target]:
    """Return what can be fuzzed, by name."""
    return {
        "evidence": Target(evidence, tuple(_evidence_samples()), EVIDENCE_PIECES, _shapes()),
        "people": Target(people_file, PEOPLE_SAMPLES, PEOPLE_PIECES),
        "expressions": Target(expression, EXPRESSIONS, EXPRESSION_PIECES),
    }


def mutated(target: Target, chance: random.Random) -> bytes:
    """Return a sample with some changes: cut, doubled, spliced, bytes and pieces put in, and perhaps wrapped."""
    data = bytearray(chance.choice(target.samples))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
        _change(data, target, chance)
    made = bytes(data[:LONGEST])
    if not target.wrappers or not made.lstrip().startswith(b"<") or chance.random() < 0.5:
        return made
    wrapped = chance.choice(target.wrappers)(made)
    return wrapped if isinstance(wrapped, bytes) else wrapped.encode()


def _change(data: bytearray, target: Target, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((1, 2, 8, 64, 512)))
    change = chance.randrange(7)
    if change == 0:
        del data[start:end]
    elif change == 1:
        data[start:start] = data[start:end]
    elif change == 2:
        data[start:start] = chance.choice(target.pieces)
    elif change == 3:
        data[start:end] = chance.choice(target.pieces)
    elif change == 4:
        other = chance.choice(target.samples)
        data[start:] = other[chance.randrange(len(other)) :]
    elif change == 5:
        data[start:end] = (
            chance.randbytes(min(4, end - start)) if chance.random() < 0.3 else _ascii(end - start, chance)
        )
    elif start < len(data):
        data[start] ^= 1 << chance.randrange(7)


def _ascii(count: int, chance: random.Random) -> bytes:
    return bytes(chance.choices(range(32, 127), k=count))


class Slow(Exception):
    """A reader that takes longer than it may."""


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise Slow


def judged(target: Target, data: bytes) -> BaseException | None:
    """Return what went wrong with one input, None where nothing did."""
    timed = hasattr(signal, "setitimer")
    if timed:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        target.read(data)
    except Exception as error:
        return error
    finally:
        if timed:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def by_mutation(name: str, count: int, seed: int) -> tuple[bytes, BaseException] | None:
    """Return the first input that crashes a target, with its error; None where none of `count` does."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _too_slow)
    target, chance = targets()[name], random.Random(seed)
    for _ in range(count):
        data = mutated(target, chance)
        error = judged(target, data)
        if error is not None:
            return data, error
    return None


def _kept(name: str, data: bytes) -> Path:
    path = ROOT / "build" / "fuzz" / f"{name}-{sha256(data).hexdigest()[:12]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _with_atheris(name: str, count: int, seed: int) -> int:
    """Run one target in a process of its own, since atheris ends the process that it runs in."""
    folder = ROOT / "build" / "fuzz" / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(targets()[name].samples):
        (folder / f"sample-{number}").write_bytes(sample)
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]; import atheris\n"
        "with atheris.instrument_imports(include=['wizard']):\n    from tools.fuzz import targets\n"
        f"atheris.Setup(sys.argv, targets()[{name!r}].read)\natheris.Fuzz()\n"
    )
    options = [f"-atheris_runs={count}", f"-seed={seed}", f"-timeout={SECONDS}", f"-max_len={LONGEST}", str(folder)]
    return subprocess.run([sys.executable, "-c", code, *options], check=False, cwd=folder.parent).returncode


def main(arguments: list[str] | None = None) -> int:
    """Fuzz the named targets, or all; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(targets())}; all without one")
    parser.add_argument("--count", type=int, default=1_000_000, help="inputs altogether (default: a million)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("mutation", "atheris"), default="mutation")
    asked: Any = parser.parse_args(arguments)
    names = asked.targets or list(targets())
    unknown = [name for name in names if name not in targets()]
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}")
    each = -(-asked.count // len(names))
    return max(_fuzzed(name, each, asked) for name in names)


def _fuzzed(name: str, count: int, asked: Any) -> int:
    start = time.perf_counter()
    if asked.engine == "atheris":
        status = _with_atheris(name, count, asked.seed)
        crash = None
    else:
        crash = by_mutation(name, count, asked.seed)
        status = 1 if crash else 0
    if crash:
        data, error = crash
        print(f"{name}: {type(error).__name__}: {error}; the input is {_kept(name, data).relative_to(ROOT)}")
    elif status == 0:
        print(f"{name}: {count:,} inputs without a crash, {time.perf_counter() - start:.0f} s", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
