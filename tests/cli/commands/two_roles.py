"""A plan of two roles in two accounts, one for a team and one for a list of projects, which `simulate` is tried on."""

PLAN = """\
version: 1
name: Two roles
tags:
  - {key: team, value: user.team}
  - {key: projects, value: user.projects, separator: ":", required: false}
aws:
  accounts: ["111122223333", "444455556666"]
  roles:
    - {name: teams, access: [own]}
    - {name: projects, access: [members]}
access:
  - name: own
    actions: [ec2:StartInstances, ec2:StopInstances, ec2:DescribeInstances, ec2:AttachVolume, kms:UpdateAlias]
    match: [team]
    create: false
  - name: members
    actions: [secretsmanager:GetSecretValue]
    match: [projects]
    create: false
people:
  - {login: ada@example.com, profile: {team: platform, projects: [apollo, gemini]}}
  - {login: rnd@example.com, profile: {team: R&D}}
"""
INSTANCE = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
STORED = "arn:aws:secretsmanager:us-east-1:444455556666:secret:db/password-a1"
