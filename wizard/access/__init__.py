"""Access: who can sign in, who can do what, what changed: a plan, people and resources, and answers.

People and resources come from files of any length, so they are read as streams: memory grows with the kinds of
people and resources that there are, not with their number.
"""
