"""IAM's documented evaluation logic: from policy documents and a request to a decision that explains itself.

Reading: :mod:`~wizard.aws.evaluator.document`. Deciding: :mod:`~wizard.aws.evaluator.decision`. The logic is that of
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-11-24.
"""
