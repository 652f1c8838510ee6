"""The pages of the steps, one a file, found by looking at this package.

Each module defines ``VIEW = StepView(step_id, build)``; :mod:`wizard.ui.step_page` says what a page owes the window.
"""
