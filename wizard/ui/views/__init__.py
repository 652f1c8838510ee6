"""The pages of the views, one a file: ``wizard.ui.views.ID`` shows the view of that id.

Each module defines ``VIEW = ViewWidget(view_id, build)``; :mod:`wizard.ui.view_page` says what a page owes the window.
A module is imported when its view is first opened, never before, so that the start does not wait for it.
"""
