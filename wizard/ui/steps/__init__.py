"""The pages of the steps, one a file of the step's id, each imported when it is first shown.

Each defines ``VIEW = StepView(step_id, build)``; :mod:`wizard.ui.step_page` says what a page owes the window.
"""
