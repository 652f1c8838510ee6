"""Deciding ten thousand requests, against the reading and writing of the same requests as JSON."""

import json
from random import Random
from typing import Any

from measures.result import Result, ratio
from wizard.aws.evaluator.context import context
from wizard.aws.evaluator.decision import Evaluator, Policies, Request
from wizard.aws.evaluator.document import policy_from

REQUESTS = 10_000
TUPLES = 1_000
RUNS = 9
ACTIONS = ("ec2:StartInstances", "ec2:StopInstances", "ec2:DeleteTags", "ec2:DescribeInstances", "ec2:RebootInstances")


def matched_policy(keys: tuple[str, ...]) -> dict[str, Any]:
    """Return a permission policy as a grant that matches on these tags gives it."""
    match = {f"aws:ResourceTag/{key}": f"${{aws:PrincipalTag/{key}}}" for key in keys}
    create = {f"aws:RequestTag/{key}": f"${{aws:PrincipalTag/{key}}}" for key in keys}
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Sid": "List", "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"},
            {
                "Sid": "Own",
                "Effect": "Allow",
                "Action": ["ec2:StartInstances", "ec2:StopInstances"],
                "Resource": "*",
                "Condition": {"StringEquals": match},
            },
            {
                "Sid": "Create",
                "Effect": "Allow",
                "Action": "ec2:RunInstances",
                "Resource": "arn:aws:ec2:*:*:instance/*",
                "Condition": {"StringEquals": create, "ForAllValues:StringEquals": {"aws:TagKeys": list(keys)}},
            },
            {
                "Sid": "Protect",
                "Effect": "Deny",
                "Action": "ec2:DeleteTags",
                "Resource": "*",
                "Condition": {"ForAnyValue:StringEqualsIgnoreCase": {"aws:TagKeys": list(keys)}},
            },
        ],
    }


def requests(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return requests on distinct resources, half of them with the person's own tags, of a thousand tuples of tags."""
    random = Random(7)
    tuples = [{key: f"{key}-value-{random.randrange(TUPLES)}" for key in keys} for _ in range(TUPLES)]
    found = []
    for number in range(REQUESTS):
        person = random.choice(tuples)
        resource = person if random.random() < 0.5 else random.choice(tuples)
        found.append(
            {
                "id": f"r{number}",
                "action": random.choice(ACTIONS),
                "resource": f"arn:aws:ec2:eu-central-1:111122223333:instance/i-{number:017x}",
                "context": {f"aws:PrincipalTag/{key}": value for key, value in person.items()}
                | {f"aws:ResourceTag/{key}": value for key, value in resource.items()},
            }
        )
    return found


def deciding(tags: int) -> Result:
    """Return the ratio for a policy that matches on so many tags."""
    keys = tuple(f"key{number}" for number in range(tags))
    policies = Policies(identity=(policy_from(matched_policy(keys), "grant"),))
    asked = requests(keys)
    text = json.dumps(asked)

    def decide() -> list[object]:
        evaluator = Evaluator(policies)
        decide = evaluator.decide
        return [decide(Request(each["action"], each["resource"], context(each["context"]))) for each in asked]

    found, ours, theirs = ratio(decide, lambda: json.dumps(json.loads(text)), RUNS)
    name = f"10,000 decisions, {tags} tags / JSON of the same requests"
    return Result(name, found, 1.5, "×", f"{ours * 1000:.0f} ms to {theirs * 1000:.0f} ms")


def evaluator() -> list[Result]:
    """Return the ratios with two tags and with fifty."""
    return [deciding(2), deciding(50)]


MEASURES = (evaluator,)
