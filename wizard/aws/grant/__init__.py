"""What a grant becomes: its actions by the coverage table, what each of them may be allowed, and the statements.

:mod:`~wizard.aws.grant.asked` finds the actions, :mod:`~wizard.aws.grant.routing` says under which condition each of
them may stand or why it may not, :mod:`~wizard.aws.grant.statements` writes them. Whatever is not surely limited to
what the plan says is left out and named.
"""
