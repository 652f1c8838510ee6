"""What exists in AWS already, read as far as a plan can hold it: roles, trust policies, permission policies.

    roles_in(document) -> (WrittenRole, ...)            what the AWS CLI prints of roles, unwrapped
    existing_trust(policy, role) -> Existing            who may sign in, with which session tags
    existing_permissions(policies) -> Existing          grants on what carries the person's tags

What a policy allows and a plan would allow more widely is left out and named.
"""
