"""The command `evaluate`: decisions on any IAM policies, from outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

OWN = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "Own",
            "Effect": "Allow",
            "Action": ["ec2:StartInstances", "ec2:StopInstances"],
            "Resource": "*",
            "Condition": {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}},
        },
        {"Effect": "Deny", "Action": "ec2:StopInstances", "Resource": "arn:aws:ec2:*:*:instance/i-9"},
    ],
}
FULL = {"Version": "2012-10-17", "Statement": {"Sid": "Full", "Effect": "Allow", "Action": "*", "Resource": "*"}}
STOP = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*"}}
OKTA = "arn:aws:iam::111122223333:saml-provider/Okta"
TRUST = {
    "Version": "2012-10-17",
    "Statement": {
        "Sid": "SignIn",
        "Effect": "Allow",
        "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        "Principal": {"Federated": OKTA},
        "Condition": {"StringLike": {"aws:RequestTag/team": "?*"}},
    },
}


def asked(id_: str, action: str, instance: str = "i-1", **context: str) -> dict[str, Any]:
    """Return a request on an instance; its tags by their owners."""
    keys = {"mine": "aws:PrincipalTag/team", "its": "aws:ResourceTag/team"}
    return {
        "id": id_,
        "action": action,
        "resource": f"arn:aws:ec2:us-east-1:111122223333:instance/{instance}",
        "context": {keys[name]: value for name, value in context.items()},
    }


TEAM = 'StringEquals aws:ResourceTag/team: the request has "a"; the policy asks for "{}" (${{aws:PrincipalTag/team}})'
REQUESTS = [
    asked("r2", "ec2:StartInstances", mine="a", its="a"),
    asked("r1", "ec2:StartInstances", mine="b", its="a"),
    asked("r3", "ec2:StopInstances", "i-9", mine="a", its="a"),
]


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Give the function that writes a value as JSON and returns its path."""

    def written(name: str, value: Any) -> Path:
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return path

    return written


def test_decisions_come_in_the_order_asked(outside: Run, write: Any) -> None:
    """Each with the policy by its file's stem, the statement, and the reasons with both values."""
    ended = outside(
        "evaluate", "--identity", write("grant.json", OWN), "--requests", write("r.json", REQUESTS), "--format", "json"
    )
    assert (ended.status, ended.err) == (0, "")
    assert json.loads(ended.out) == {
        "decisions": [
            {
                "id": "r2",
                "decision": "allowed",
                "by": {"policy": "grant", "statement": "Own"},
                "because": [f"grant, Own: it allows ec2:StartInstances; {TEAM.format('a')}"],
            },
            {
                "id": "r1",
                "decision": "not-allowed",
                "by": None,
                "because": [f"grant, Own: {TEAM.format('b')}"],
            },
            {
                "id": "r3",
                "decision": "denied",
                "by": {"policy": "grant", "statement": "statement 2"},
                "because": ["grant, statement 2: it explicitly denies ec2:StopInstances"],
            },
        ]
    }


def test_the_text_says_the_same_to_a_person(run: Run, write: Any) -> None:
    """A line for each request, its reasons below, and the counts."""
    ended = run("evaluate", "--identity", write("grant.json", OWN), "--requests", write("r.json", REQUESTS))
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert lines[0] == "allowed      r2  ec2:StartInstances  arn:aws:ec2:us-east-1:111122223333:instance/i-1"
    assert lines[3].startswith('    grant, Own: StringEquals aws:ResourceTag/team: the request has "a"')
    assert lines[4].startswith("denied       r3  ec2:StopInstances")
    assert lines[-1] == "1 allowed, 1 denied, 1 not allowed"


def test_text_from_outside_cannot_draw_on_the_screen(run: Run, write: Any) -> None:
    """What does not print is escaped."""
    request = {"id": "\x1b[31m", "action": "ec2:\nStop", "resource": "\u202eabc", "context": {}}
    ended = run("evaluate", "--identity", write("\x1b[1m.json", FULL), "--requests", write("r.json", [request]))
    assert ended.status == 0
    assert all(line.isprintable() for line in ended.out.splitlines())
    assert len(ended.out.splitlines()) == 3


def decisions(run: Run, *arguments: object, stdin: bytes = b"") -> list[str]:
    """Return the verdicts that the command gives."""
    ended = run("evaluate", *arguments, "--format", "json", stdin=stdin)
    assert (ended.status, ended.err) == (0, "")
    return [each["decision"] for each in json.loads(ended.out)["decisions"]]


def test_every_kind_of_policy_limits(run: Run, write: Any) -> None:
    """A boundary, a session policy and service control policies, of which one must allow."""
    full, stop = write("full.json", FULL), write("stop.json", STOP)
    requests = write("r.json", [asked("1", "ec2:StartInstances"), asked("2", "ec2:StopInstances")])
    common = ("--identity", full, "--requests", requests)
    assert decisions(run, *common) == ["allowed", "allowed"]
    assert decisions(run, *common, "--boundary", stop) == ["not-allowed", "allowed"]
    assert decisions(run, *common, "--session", stop) == ["not-allowed", "allowed"]
    assert decisions(run, *common, "--scp", stop) == ["not-allowed", "allowed"]
    assert decisions(run, *common, "--scp", stop, full) == ["allowed", "allowed"]
    assert decisions(run, *common, "--scp", stop, "--scp", full) == ["allowed", "allowed"]


def test_several_identity_policies_are_one(run: Run, write: Any) -> None:
    """After one option, or after several."""
    own, full = write("own.json", OWN), write("full.json", FULL)
    requests = write("r.json", REQUESTS)
    assert decisions(run, "--identity", own, full, "--requests", requests) == ["allowed", "allowed", "denied"]
    assert decisions(run, "--identity", own, "--identity", full, "--requests", requests)[1] == "allowed"


def test_a_trust_policy_alone_decides_a_sign_in(run: Run, write: Any) -> None:
    """No identity policy is needed."""
    sign_in = {"action": "sts:AssumeRoleWithSAML", "principal": OKTA, "context": {"aws:RequestTag/team": "a"}}
    listed = [
        sign_in,
        {**sign_in, "context": {}},
        {**sign_in, "principal": f"{OKTA}2"},
        {**sign_in, "action": "sts:TagSession"},
    ]
    requests = write("r.json", listed)
    found = decisions(run, "--trust", write("trust.json", TRUST), "--requests", requests)
    assert found == ["allowed", "not-allowed", "not-allowed", "allowed"]


@pytest.mark.parametrize("stands", ["--identity", "--requests"])
def test_one_file_may_be_standard_input(run: Run, write: Any, stands: str) -> None:
    """Whichever it is; a byte-order mark does no harm."""
    values = {"--identity": OWN, "--requests": REQUESTS}
    arguments = [
        word for name, value in values.items() for word in (name, "-" if name == stands else write("f.json", value))
    ]
    stdin = b"\xef\xbb\xbf" + json.dumps(values[stands]).encode()
    assert decisions(run, *arguments, stdin=stdin) == ["allowed", "not-allowed", "denied"]


def test_no_requests_are_no_decisions(run: Run, write: Any) -> None:
    """An empty list is answered."""
    assert decisions(run, "--identity", write("own.json", OWN), "--requests", write("r.json", [])) == []


@pytest.fixture
def _files(write: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Go to a folder with a policy, a trust policy, requests, a sign-in without principal, and what is no UTF-8."""
    for name, value in {"P": OWN, "T": TRUST, "R": REQUESTS, "S": [{"action": "sts:TagSession"}]}.items():
        write(name, value)
    (tmp_path / "U").write_bytes(b'"\xff"')
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--requests", "R"], "no policy to evaluate; name one with --identity or --trust"),
        (["--identity", "-", "--requests", "-"], "- stands for standard input once"),
        (["--identity", "-", "-", "--requests", "R"], "- stands for standard input once"),
        (["--identity", "P", "--scp", "-", "--session", "-", "--requests", "R"], "- stands for standard input once"),
        (["--identity", "P"], "the following arguments are required: --requests"),
        (["--identity", "none.json", "--requests", "R"], "none.json: it cannot be read: No such file or directory"),
        (["--identity", ".", "--requests", "R"], ".: it cannot be read: Is a directory"),
        (["--identity", "a\0b", "--requests", "R"], "a\\x00b: no file can have this name"),
        (["--identity", "P", "--requests", "P"], "P: $: an object where a list of requests is expected"),
        (["--identity", "R", "--requests", "R"], "R: $: a list where an object is expected"),
        (["--trust", "P", "--requests", "R"], "P: $.Statement[0].Resource: no element"),
        (["--identity", "T", "--requests", "R"], "T: $.Statement.Principal: no element"),
        (["--identity", "P", "--boundary", "T", "--requests", "R"], "T: $.Statement.Principal: no element"),
        (["--identity", "P", "--scp", "P", "T", "--requests", "R"], "T: $.Statement.Principal: no element"),
        (["--identity", "P", "--session", "T", "--requests", "R"], "T: $.Statement.Principal: no element"),
        (["--trust", "T", "--requests", "S"], "S: $[0].principal: missing"),
        (["--identity", "U", "--requests", "R"], "U: $: byte 2 is no UTF-8"),
        (["--identity", "P", "--requests", "U"], "U: $: byte 2 is no UTF-8"),
    ],
)
@pytest.mark.usefixtures("_files")
def test_what_cannot_be_read_is_told(run: Run, options: list[str], words: str) -> None:
    """Exit status 2, nothing on standard output, one line that names the file and the JSON path."""
    ended = run("evaluate", *options)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not json", "p.json: $: line 1, column 1: no JSON"),
        ('{"Statement": {"Effect": "Allow",\n "Action"}}', "p.json: $: line 2, column 10: no JSON"),
        (json.dumps({"Statement": {"Effect": "Permit"}}), 'p.json: $.Statement.Effect: "Permit"; an effect is'),
        ("[" * 2_000_000, "p.json: $: the document has 2,000,000 characters; at most 1,000,000 are read"),
        (" " * 10_000_000, "p.json: $: more than 4,000,000 bytes"),
        ("[" * 900_000, "p.json: $: the document is nested too deeply for a policy"),
    ],
)
def test_a_policy_of_any_shape_is_refused_in_a_line(run: Run, write: Any, text: str, words: str) -> None:
    """Ten megabytes and deep nesting included."""
    ended = run("evaluate", "--identity", write("p.json", text), "--requests", write("r.json", REQUESTS))
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("session-tag-wizard: ")
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_the_help_says_how_service_control_policies_are_taken(run: Run) -> None:
    """They are attached at one level."""
    text = " ".join(run("evaluate", "--help").out.split())
    assert "attached at one level: one of them must allow, and a Deny in any ends it" in text
