"""Who can do what, without a screen: what is asked, the answer, and the part of it that is looked at.

:mod:`~wizard.app.matrix.examples` reads and proposes typed examples of resources, :mod:`~wizard.app.matrix.question`
gathers people and resources, :mod:`~wizard.app.matrix.answer` decides, :mod:`~wizard.app.matrix.listing` lists.
"""
